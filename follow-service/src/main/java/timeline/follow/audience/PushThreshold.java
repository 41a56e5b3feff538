package timeline.follow.audience;

/**
 * The number of followers from which on an author's tweets are left for the readers to pull. One number for the whole system, kept
 * in the store: changing it takes effect with the next tweet (G13).
 *
 * <p>0 pulls everything, {@link Long#MAX_VALUE} nothing. All methods throw {@link timeline.follow.GraphUnavailableException} when the
 * store does not answer in time.
 */
public interface PushThreshold {
    long followers();

    /** @throws IllegalArgumentException when negative */
    void change(long followers);
}
