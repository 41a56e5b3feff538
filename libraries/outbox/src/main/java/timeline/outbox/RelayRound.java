package timeline.outbox;

/**
 * What one look of the relay came to.
 *
 * @param found entries that were pending
 * @param settled of these, published and removed
 * @param isFull whether there may be more
 */
public record RelayRound(int found, int settled, boolean isFull) {
    boolean isStuck() {
        return settled < found;
    }
}
