package timeline.tweet;

/**
 * The hook on the write path: judges a tweet before it is stored. It answers from memory within a millisecond, since every POST waits for
 * it; anything slower belongs behind the event stream, with a delete as its sanction.
 */
@FunctionalInterface
public interface Moderation {
    Verdict judge(Draft draft);

    /** The judgement. */
    sealed interface Verdict {
        record Allowed() implements Verdict {}

        /** @param reason shown to the author */
        record Refused(String reason) implements Verdict {}
    }

    /** Lets everything pass: the default. */
    static Moderation allowAll() {
        return draft -> new Verdict.Allowed();
    }
}
