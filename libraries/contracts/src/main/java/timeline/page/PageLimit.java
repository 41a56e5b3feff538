package timeline.page;

/** How many items a page may hold: 1 to 100, 20 unless told. Outside of it a request is refused, never clamped. */
public final class PageLimit {
    public static final int MIN = 1;
    public static final int MAX = 100;
    public static final int DEFAULT = 20;

    private PageLimit() {
    }
}
