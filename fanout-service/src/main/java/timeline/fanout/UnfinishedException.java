package timeline.fanout;

/**
 * The turn was over before the work was: not a failure. Whoever handles the event again with the same {@link Progress} goes on where
 * it stopped.
 */
public final class UnfinishedException extends RuntimeException {
    public UnfinishedException() {
        super("the turn is over", null, false, false);
    }
}
