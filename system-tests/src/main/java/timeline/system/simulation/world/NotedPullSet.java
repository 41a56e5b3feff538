package timeline.system.simulation.world;

import java.util.Optional;
import java.util.function.Consumer;
import timeline.follow.audience.PullSet;
import timeline.follow.audience.PulledAuthor;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * A pull set that tells when an author leaves it.
 *
 * @param left is told who
 */
record NotedPullSet(PullSet pullSet, Consumer<UserId> left) implements PullSet {
    @Override
    public PulledAuthor enter(UserId author, TweetId from) {
        return pullSet.enter(author, from);
    }

    @Override
    public Optional<PulledAuthor> leave(UserId author) {
        return pullSet.leave(author);
    }

    @Override
    public boolean remove(UserId author, long epoch) {
        boolean wasIn = pullSet.find(author).isPresent();
        boolean isOut = pullSet.remove(author, epoch);
        if (wasIn && isOut) {
            left.accept(author);
        }
        return isOut;
    }

    @Override
    public Optional<PulledAuthor> find(UserId author) {
        return pullSet.find(author);
    }

    @Override
    public long epoch() {
        return pullSet.epoch();
    }
}
