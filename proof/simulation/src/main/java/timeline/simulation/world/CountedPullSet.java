package timeline.simulation.world;

import java.util.Optional;
import timeline.follow.audience.PullSet;
import timeline.follow.audience.PulledAuthor;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.simulation.port.Fault;
import timeline.simulation.port.Trouble;

/** A pull set that counts who comes and who goes: a run in which nobody does has not put the protocol to the test. */
record CountedPullSet(PullSet pullSet, Trouble trouble) implements PullSet {
    @Override
    public PulledAuthor enter(UserId author, TweetId from) {
        if (find(author).isEmpty()) {
            trouble.happened(Fault.CROSSING_UP);
        }
        return pullSet.enter(author, from);
    }

    @Override
    public Optional<PulledAuthor> leave(UserId author) {
        return pullSet.leave(author);
    }

    @Override
    public boolean remove(UserId author, long epoch) {
        boolean wasIn = find(author).isPresent();
        boolean isOut = pullSet.remove(author, epoch);
        if (wasIn && isOut) {
            trouble.happened(Fault.CROSSING_DOWN);
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
