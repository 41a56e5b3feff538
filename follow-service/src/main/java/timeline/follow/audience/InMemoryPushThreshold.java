package timeline.follow.audience;

import java.util.concurrent.atomic.AtomicLong;

/** The threshold in memory. */
public final class InMemoryPushThreshold implements PushThreshold {
    private final AtomicLong followers = new AtomicLong();

    public InMemoryPushThreshold(long initialFollowers) {
        change(initialFollowers);
    }

    @Override
    public long followers() {
        return followers.get();
    }

    @Override
    public void change(long changed) {
        if (changed < 0) {
            throw new IllegalArgumentException("a threshold is not negative: " + changed);
        }
        followers.set(changed);
    }
}
