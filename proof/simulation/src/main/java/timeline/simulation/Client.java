package timeline.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import timeline.follow.FollowOutcome;
import timeline.home.Degraded;
import timeline.home.TimelineAnswer;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.history.Action;
import timeline.history.Outcome;
import timeline.history.Recorder;
import timeline.history.SeenTweet;
import timeline.simulation.world.TimelineService;
import timeline.simulation.world.World;
import timeline.tweet.DeleteTweet;
import timeline.tweet.PostTweet;
import timeline.tweetstore.Tweet;

/** What a user does, on one device or another: every call is written down with what came of it. */
final class Client {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int TRIES_PER_PAGE = 4;
    private static final int MOST_PAGES = 2_000;
    /** Named as if the answer had said so: what a batch shows that was never confirmed may be gone again until it is finished (ADR 0002). */
    private static final String UNFINISHED = "unfinished-batch";
    /** Named in the same way: what was read of a primary that was replaced, another instance may not know (ADR 0027). G15 holds for it. */
    private static final String REPLACED = "replaced-primary";
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMillis(200);

    private final UserId user;
    private final World world;
    private final Recorder recorder;
    /** What the user knows to have posted, for deleting some of it. */
    private final List<TweetId> posted = new ArrayList<>();

    Client(UserId user, World world, Recorder recorder) {
        this.user = user;
        this.world = world;
        this.recorder = recorder;
    }

    UserId user() {
        return user;
    }

    List<TweetId> posted() {
        return posted;
    }

    /** @param key makes a retry the same post */
    Outcome post(String text, Optional<String> key) {
        Outcome outcome = recorder.record(user, new Action.Post(text),
                () -> world.tweets().call(service -> outcome(service.post(user, text, key))));
        if (outcome instanceof Outcome.Posted known && !posted.contains(known.tweet())) {
            posted.add(known.tweet());
        }
        return outcome;
    }

    /** Posts something else with a key that was acknowledged for another text, which must be refused. */
    void reuse(Optional<String> key, String otherText) {
        if (post(otherText, key) instanceof Outcome.Posted) {
            world.report("I12 one tweet for a key: " + user + " was acknowledged another text for " + key);
        }
    }

    /** Writes down that a tweet was posted before the story begins. */
    void posted(Tweet tweet) {
        recorder.record(user, new Action.Post(tweet.text()), () -> new Outcome.Posted(tweet.id()));
    }

    Outcome delete(TweetId tweet) {
        return recorder.record(user, new Action.Delete(tweet),
                () -> world.tweets().call(service -> outcome(service.delete(tweet, user))));
    }

    Outcome follow(UserId author) {
        return recorder.record(user, new Action.Follow(author),
                () -> world.follows().call(service -> outcome(service.follow(user, author))));
    }

    Outcome unfollow(UserId author) {
        return recorder.record(user, new Action.Unfollow(author),
                () -> world.follows().call(service -> outcome(service.unfollow(user, author))));
    }

    /** Reads until a page's worth of tweets is there, which takes several pages when some of them are short. */
    Outcome readHead(int limit) {
        return recorder.record(user, new Action.ReadHead(limit), () -> read(limit, limit));
    }

    /** Reads to the end. */
    Outcome scroll(int limit) {
        return recorder.record(user, new Action.Scroll(limit), () -> read(limit, Integer.MAX_VALUE));
    }

    private Outcome read(int limit, int wanted) {
        List<SeenTweet> tweets = new ArrayList<>();
        Set<String> degraded = new TreeSet<>();
        Optional<TweetId> before = Optional.of(TweetId.LATEST);
        for (int pages = 0; before.isPresent() && tweets.size() < wanted; pages++) {
            if (pages == MOST_PAGES) {
                throw new IllegalStateException("a scroll of " + user + " does not end");
            }
            Optional<TimelineAnswer.Page> page = page(before.get(), Math.min(limit, wanted - tweets.size()), degraded);
            if (page.isEmpty() || (page.get().tweets().isEmpty() && page.get().next().equals(before))) {
                return new Outcome.Unknown("no page");
            }
            page.get().tweets().forEach(tweet -> tweets.add(seen(tweet)));
            page.get().degraded().stream().map(Degraded::label).forEach(degraded::add);
            if (page.get().tweets().stream().map(Tweet::id).anyMatch(world.stores().batchlog::isFinishing)) {
                degraded.add(UNFINISHED);
            }
            before = page.get().next();
        }
        return new Outcome.Seen(tweets, degraded);
    }

    private Optional<TimelineAnswer.Page> page(TweetId before, int limit, Set<String> degraded) {
        for (int attempt = 0; attempt < TRIES_PER_PAGE; attempt++) {
            TimelineAnswer[] got = new TimelineAnswer[1];
            world.timelines().call(service -> {
                noteReplaced(service, degraded);
                got[0] = service.read(user, before, limit);
                noteReplaced(service, degraded);
                return new Outcome.Done();
            });
            if (got[0] instanceof TimelineAnswer.Page page) {
                return Optional.of(page);
            }
            world.scheduler().pause(BEFORE_TRYING_AGAIN);
        }
        return Optional.empty();
    }

    private static void noteReplaced(TimelineService service, Set<String> degraded) {
        if (service.isDeceived()) {
            degraded.add(REPLACED);
        }
    }

    private static SeenTweet seen(Tweet tweet) {
        return new SeenTweet(tweet.id(), tweet.author(), tweet.text(), tweet.createdAt());
    }

    private static Outcome outcome(PostTweet.Outcome outcome) {
        return switch (outcome) {
            case PostTweet.Posted done -> new Outcome.Posted(done.tweet());
            case PostTweet.Replayed done -> new Outcome.Posted(done.tweet());
            case PostTweet.Rejected rejected -> new Outcome.Refused(UNPROCESSABLE);
            // Not refused for good: the first request may still be stored.
            case PostTweet.InFlight() -> new Outcome.Unknown(CONFLICT + " in flight");
            case PostTweet.KeyReused() -> new Outcome.Refused(UNPROCESSABLE);
        };
    }

    private static Outcome outcome(DeleteTweet.Outcome outcome) {
        return switch (outcome) {
            case DELETED -> new Outcome.Done();
            case NOT_THE_AUTHOR -> new Outcome.Refused(FORBIDDEN);
            case UNKNOWN -> new Outcome.Refused(NOT_FOUND);
        };
    }

    private static Outcome outcome(FollowOutcome outcome) {
        return switch (outcome) {
            case FollowOutcome.Changed changed -> new Outcome.Done();
            case FollowOutcome.Unchanged unchanged -> new Outcome.Done();
            case FollowOutcome.UnknownUser unknown -> new Outcome.Refused(NOT_FOUND);
            case FollowOutcome.SelfFollow self -> new Outcome.Refused(UNPROCESSABLE);
            case FollowOutcome.LimitReached full -> new Outcome.Refused(UNPROCESSABLE);
        };
    }
}
