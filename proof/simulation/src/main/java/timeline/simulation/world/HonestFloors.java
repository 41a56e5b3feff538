package timeline.simulation.world;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import timeline.deadline.Deadline;
import timeline.follow.Follow;
import timeline.follow.audience.Following;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/**
 * What no client can see, and every client relies on: a cached timeline never claims what it does not hold, but for what is owed to it. Each
 * tweet that its reader should have, from the floor up, is in it, or in the book of debts; or its author is pulled, or the follow's backfill
 * is owed, or it is there in part only: about to be whole, or about to be gone. And it never holds more than its
 * bound.
 */
final class HonestFloors {
    private static final int EVERY = 3;

    private final Stores stores;
    private final Shape shape;
    private final Consumer<String> violations;
    private long calls;
    private boolean broken;

    HonestFloors(Stores stores, Shape shape, Consumer<String> violations) {
        this.stores = stores;
        this.shape = shape;
        this.violations = violations;
    }

    /** Looks at a reader after every few calls, another one each time: a lie stays until it is found, and looking is dear. */
    void look() {
        long call = calls++;
        if (!broken && call % EVERY == 0) {
            look(new UserId(1 + call / EVERY % shape.users()));
        }
    }

    private void look(UserId reader) {
        if (page(reader) instanceof Ready ready) {
            int entries = stores.timelines.entries(reader);
            if (entries > shape.capacity() + shape.slack()) {
                report("I8 bounded timeline: " + reader + " has " + entries + " entries");
            }
            Set<TweetId> held = ready.entries().stream().map(HomeTimelineEntry::tweet).collect(Collectors.toSet());
            Following following = stores.audiences.following(reader);
            Set<Long> pulled = following.pulled().stream().boxed().collect(Collectors.toSet());
            following.following().stream().filter(author -> !pulled.contains(author))
                    .forEach(author -> look(reader, new UserId(author), held, ready.floor()));
            // Nobody pulls the younger tweets of who is on the way out.
            following.leaving().forEach((author, until) -> look(reader, author, held, later(ready.floor(), until)));
        }
    }

    private static TweetId later(TweetId one, TweetId other) {
        return one.isBefore(other) ? other : one;
    }

    private void look(UserId reader, UserId author, Set<TweetId> held, TweetId floor) {
        for (Tweet tweet : stores.tweets.ofAuthor(author, TweetId.LATEST, Integer.MAX_VALUE, Deadline.current())) {
            if (tweet.id().isBefore(floor)) {
                return;
            }
            if (!held.contains(tweet.id()) && !isOwed(tweet, reader)) {
                report("I1 owed or delivered: the timeline of " + reader + " claims to be complete from " + floor
                        + " on, lacks tweet " + tweet.id() + " of " + author + ", and is not owed it");
            }
        }
    }

    private boolean isOwed(Tweet tweet, UserId reader) {
        return stores.owed().stream().anyMatch(entry -> entry.tweet().equals(tweet.id()))
                || stores.owedBackfills.of(new Follow(reader, tweet.author())).isPresent()
                || stores.batchlog.isFinishing(tweet.id());
    }

    private Object page(UserId reader) {
        try {
            return stores.timelines.page(reader, TweetId.LATEST, Integer.MAX_VALUE, Deadline.current());
        } catch (HomeTimelinesUnavailableException away) {
            return away;
        }
    }

    /** Once: after the first lie the others follow from it. */
    private void report(String violation) {
        if (!broken) {
            broken = true;
            violations.accept(violation);
        }
    }
}
