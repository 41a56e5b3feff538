package timeline.local.deadletter;

/** What {@link Undertaker#replay} did with a letter, and why. */
public enum Verdict {
    /** It is in its source again. */
    REPLAYED("replayed"),
    /** Its tweet has been deleted meanwhile, so there is nothing to deliver: settled without a replay (G8). */
    TWEET_GONE("its tweet is deleted, discarded"),
    /** No event that this version knows: it would only come back. Nothing was done. */
    STILL_POISON(
            "still no event that the fan-out knows, left alone; discard it, or replay it with a version that knows it"),
    /** Somebody settled it before. Nothing was done. */
    SETTLED_BEFORE("settled before");

    private final String sentence;

    Verdict(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
