package timeline.tour;

/** G14. */
final class NoToken implements Chapter {
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    @Override
    public String title() {
        return "Nobody reads without a token, and nothing inside can be reached from outside";
    }

    @Override
    public void tell(Guide guide, Cast cast) {
        guide.promise("G14: no token, no timeline",
                guide.callAsNobody("GET", "/v1/timeline").status() == UNAUTHORIZED);
        guide.promise("G14: the internal API is not routed",
                guide.call(cast.reader(), "GET", "/internal/v1/threshold", null).status() == NOT_FOUND);
    }
}
