package timeline.drill.crowd;

/** How a follower stands to an author. */
public enum Bond {
    /** Does not follow. */
    STRANGER,
    /** Follows from the beginning to the end. */
    LOYAL,
    /** Comes when the author is to become a celebrity, and goes when not. */
    FICKLE,
    /** Follows and unfollows at any time. */
    FLIGHTY;

    /** Who is what to whom. */
    @FunctionalInterface
    public interface Pattern {
        /** The bond of the follower and the author of these numbers, from 0 on. */
        Bond between(int follower, int author);
    }
}
