package timeline.home.merge;

/** One place where tweets of a timeline come from, read on from newest to oldest. For one read, by one thread at a time. */
public interface TimelineSource {
    /**
     * Reads on, below the horizon of the window before. Not to be called after the last window.
     *
     * @param wanted how many items the reader is after, at least 1: a hint, the window may hold more or fewer
     * @throws SourceUnavailableException when it can't: the source is then of no further use
     */
    Window next(int wanted);
}
