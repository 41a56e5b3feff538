package timeline.tour;

/** One thing that the tour shows. */
interface Chapter {
    String title();

    /** Acts, and tells the guide what is expected of the answers. */
    void tell(Guide guide, Cast cast) throws InterruptedException;
}
