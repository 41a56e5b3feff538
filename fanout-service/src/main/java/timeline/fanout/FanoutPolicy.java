package timeline.fanout;

import java.time.Duration;
import timeline.fanout.FanoutPlan.BeginWayOut;
import timeline.fanout.FanoutPlan.EndWayOut;
import timeline.fanout.FanoutPlan.PullAtReadTime;
import timeline.fanout.FanoutPlan.PushToFollowers;
import timeline.id.TweetId;

/**
 * Push or pull. At the threshold an author enters the pull set; only below nine tenths of it does the author leave again, so that
 * one follower more or less does not move thousands of tweets back and forth.
 *
 * <p>Leaving takes two tweets: the first begins the way out, and one that is young enough ends it. An author who is on the way out
 * goes on, unless the audience has grown to the threshold again.
 */
public final class FanoutPolicy {
    /**
     * A tweet this much younger than the last one that readers pull ends the way out: whatever they could pull has been stored by then,
     * although the clock that it was dated by may be 3 s slow, the one of this tweet 3 s fast, and a write takes 2 s (G12); the other
     * two are to spare.
     */
    static final Duration SETTLED = Duration.ofSeconds(10);

    public FanoutPlan plan(Audience audience, TweetId tweet) {
        boolean large = audience.followers() >= audience.threshold();
        if (audience.pulled().isEmpty()) {
            return large ? new PullAtReadTime(false) : new PushToFollowers();
        }
        PulledAuthor pulled = audience.pulled().get();
        if (large || (pulled.until().isEmpty() && audience.followers() >= nineTenths(audience.threshold()))) {
            return new PullAtReadTime(pulled.until().isEmpty() && !tweet.isBefore(pulled.from()));
        }
        return pulled.until().isEmpty() ? new BeginWayOut() : goOn(pulled, pulled.until().get(), tweet);
    }

    private static FanoutPlan goOn(PulledAuthor leaving, TweetId until, TweetId tweet) {
        boolean settled = !tweet.createdAt().isBefore(until.createdAt().plus(SETTLED));
        return settled ? new EndWayOut(leaving) : new PushToFollowers();
    }

    /** Rounded up, in whole numbers: a double could not tell the largest threshold from its neighbours. */
    private static long nineTenths(long threshold) {
        return threshold - threshold / 10;
    }
}
