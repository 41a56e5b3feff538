package timeline.fanout;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetPosted;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.OwedDelivery;
import timeline.tweetstore.Presence;
import timeline.tweetstore.TweetPresence;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * Delivers what is still owed after half a minute, as if its event had just been read: what nobody has delivered, since its event is not
 * published, or a part of the cache was away; what was delivered to a primary that had been replaced; and what was delivered by one who
 * crashed before it was settled.
 *
 * <p>Not while there is more to be read from the log, where most of it is anyway, nor while a part of the cache is away: the debts that wait
 * for it would be tried in vain, each second. What was tried in vain comes after what was not: poison at the head of the book holds nobody
 * up. Several processes may deliver the same tweet; that changes nothing. For one thread.
 */
public final class LateDelivery {
    /** A constant: twice the second look and more, so that what is being delivered as usual is not delivered twice. */
    static final Duration LATE = Duration.ofSeconds(30);

    /** What became of the debts of one round. */
    public record Round(int delivered, int failed) {
        static final Round NOTHING = new Round(0, 0);
    }

    private final OwedDeliveries owed;
    private final TweetPresence presence;
    private final Tweets tweets;
    private final TweetDelivery delivery;
    private final InstantSource clock;
    private final Map<OwedDelivery, Progress> begun = new HashMap<>();
    private final LateRounds<OwedDelivery> rounds;

    /** @param behind whether the log is known to hold more than what is being handled; false also when it does not answer */
    public LateDelivery(OwedDeliveries owed, TweetPresence presence, Tweets tweets, TweetDelivery delivery,
            Settling<OwedDelivery> settling, CachePrimaries primaries, BooleanSupplier behind, InstantSource clock,
            int entriesARound) {
        this.owed = owed;
        this.presence = presence;
        this.tweets = tweets;
        this.delivery = delivery;
        this.clock = clock;
        this.rounds = new LateRounds<>(settling, primaries, behind, entriesARound);
    }

    /**
     * A round; it ends with its last tweet, or when it has taken as long as a turn.
     *
     * @param turns begins a turn: the time for one tweet; what takes longer goes on in the next round
     * @throws RuntimeException the outage of a store or of the graph; the next round goes on
     */
    public Round deliver(Supplier<Deadline> turns) {
        List<OwedDelivery> deleted = new ArrayList<>();
        try {
            return rounds.round(this::oldest, (entry, turn) -> isDone(entry, turn, deleted), turns);
        } finally {
            if (!deleted.isEmpty()) {
                owed.settle(deleted);
            }
        }
    }

    private List<OwedDelivery> oldest(int limit) {
        List<OwedDelivery> oldest = owed.pending(clock.instant().minus(LATE), limit);
        begun.keySet().retainAll(new HashSet<>(oldest));
        return oldest;
    }

    /** @return whether nothing more has to be done; what is deleted has yet to be settled, with the others */
    private boolean isDone(OwedDelivery entry, Deadline turn, List<OwedDelivery> deleted) {
        return switch (stateOf(entry, turn)) {
            case UNKNOWN -> false;
            case DELETED -> deleted.add(entry);
            case LIVE -> deliver(entry, turn);
        };
    }

    private enum State {
        /** There is nothing of it, or a part: the rest may be yet to come. */
        UNKNOWN, DELETED, LIVE
    }

    private State stateOf(OwedDelivery entry, Deadline turn) {
        if (presence.presence(entry.tweet(), entry.author()) != Presence.COMPLETE) {
            return State.UNKNOWN;
        }
        return tweets.findAll(List.of(entry.tweet()), turn).isEmpty() ? State.DELETED : State.LIVE;
    }

    /**
     * @return false when it is for the next round: unfinished, or with a part of the cache lost that answered a moment ago, or poison, which
     *     stays owed so that its readers find it all the same
     */
    private boolean deliver(OwedDelivery entry, Deadline turn) {
        Progress progress = begun.computeIfAbsent(entry, any -> new Progress());
        try {
            FanoutOutcome outcome = delivery.handle(
                    new TweetPosted(entry.tweet(), entry.author(), Optional.of(entry.writtenAt())), progress, turn);
            begun.remove(entry);
            return outcome.isComplete();
        } catch (HomeTimelinesUnavailableException | TweetsUnavailableException | GraphUnavailableException outage) {
            throw outage;
        } catch (RuntimeException unfinishedOrPoison) {
            return false;
        }
    }
}
