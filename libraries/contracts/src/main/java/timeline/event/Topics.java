package timeline.event;

/** The names of the Kafka topics. All are keyed by the author's id in decimal, and kept for 7 days. */
public final class Topics {
    public static final String TWEETS = "tweets";
    public static final String FOLLOWS = "follows";

    /** A record that can't be processed goes to the topic of its own name plus this suffix, with its cause in the headers. */
    public static final String DEAD_LETTER_SUFFIX = ".dlt";

    private Topics() {
    }
}
