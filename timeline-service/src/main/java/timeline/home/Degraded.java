package timeline.home;

/** What an answer may lack because something failed (G11). Sent as {@code Timeline-Degraded}; absent when nothing is lacking. */
public enum Degraded {
    /** The cache did not answer: the database did its work. Nothing is missing, but it costs more. */
    CACHE("cache"),
    /** Tweets of pulled authors are missing. */
    CELEBRITIES("celebrities"),
    /** The reader's own tweets may be missing. */
    OWN_TWEETS("own-tweets"),
    /** Whom the reader follows is remembered, not current, or unknown altogether. */
    FOLLOW_GRAPH("follow-graph"),
    /** Tweets of the last seconds or more may be missing: it can't be told what is yet to be delivered (G15). */
    FAN_OUT("fan-out"),
    /** Tweets could not be looked up, or those below the cached ones could not be read. */
    STORE("store");

    private final String label;

    Degraded(String label) {
        this.label = label;
    }

    /** The name on the wire and in metrics. */
    public String label() {
        return label;
    }
}
