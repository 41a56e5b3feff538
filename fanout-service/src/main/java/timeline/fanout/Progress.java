package timeline.fanout;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import timeline.hometimeline.CachePrimaries.Primaries;
import timeline.hometimeline.HomeTimelineWriter.Taken;
import timeline.id.UserId;

/**
 * How far the work on one event has come. A large audience is worked on in turns, so that nobody is waited for without a bound:
 * when a turn is over, the next one goes on at the follower where it stopped. Whatever has been decided by then is decided anew, as
 * after a crash; and what a crash makes forgotten is done again, which changes nothing.
 *
 * <p>Not thread safe: an event is handled by one thread at a time.
 */
public final class Progress {
    /** A walk through all followers of an author. */
    sealed interface Walk {}

    /** A new tweet is taken to them. */
    record Push() implements Walk {}

    /** A deleted tweet is taken from them. */
    record Removal() implements Walk {}

    /**
     * What was left to them is brought.
     *
     * @param epoch of the way out: another one begins at the first follower
     */
    record WayOut(long epoch) implements Walk {}

    /** How far one walk has come. */
    static final class Mark {
        private Optional<UserId> last = Optional.empty();
        private boolean atEnd;
        private long followers;
        private long concerned;
        private long missed;

        /** The last follower who has been visited; empty at the beginning. */
        Optional<UserId> last() {
            return last;
        }

        boolean isAtEnd() {
            return atEnd;
        }

        void advance(UserId to, int byFollowers, Taken taken) {
            last = Optional.of(to);
            followers += byFollowers;
            concerned += taken.timelines();
            missed += taken.missed();
        }

        void end() {
            atEnd = true;
        }

        long followers() {
            return followers;
        }

        /** How many of the followers the visit concerned. */
        long concerned() {
            return concerned;
        }

        /** How many of them could not be visited: their part of the cache did not answer. */
        long missed() {
            return missed;
        }
    }

    private final Map<Walk, Mark> marks = new HashMap<>();
    private boolean ledOut;
    private Optional<Primaries> begunOn = Optional.empty();

    /** The primaries of the cache before the first turn began. */
    Primaries begunOn(Supplier<Primaries> known) {
        Primaries first = begunOn.orElseGet(known);
        begunOn = Optional.of(first);
        return first;
    }

    Mark of(Walk walk) {
        return marks.computeIfAbsent(walk, any -> new Mark());
    }

    /** Keeps in mind that this event took its author out of the pull set. */
    void noteLedOut() {
        ledOut = true;
    }

    boolean isLedOut() {
        return ledOut;
    }
}
