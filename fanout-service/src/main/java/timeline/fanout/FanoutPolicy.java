package timeline.fanout;

import timeline.fanout.FanoutPlan.LeaveCelebrityMode;
import timeline.fanout.FanoutPlan.LeaveForReadTime;
import timeline.fanout.FanoutPlan.PushToFollowers;
import timeline.id.TweetId;

/**
 * Push or pull. At the threshold an author enters the pull set; only below nine tenths of it does the author leave again, so that
 * one follower more or less does not move thousands of tweets back and forth.
 *
 * <p>An author who was already leaving when a crash came goes on leaving, unless the audience has grown again.
 */
public final class FanoutPolicy {
    public FanoutPlan plan(Audience audience, TweetId tweet) {
        boolean large = audience.followers() >= audience.threshold();
        if (audience.pulled().isEmpty()) {
            return large ? new LeaveForReadTime(false) : new PushToFollowers();
        }
        PulledAuthor pulled = audience.pulled().get();
        boolean small = audience.followers() < nineTenths(audience.threshold());
        if (small || (pulled.leaving() && !large)) {
            return new LeaveCelebrityMode();
        }
        return new LeaveForReadTime(!pulled.leaving() && !tweet.isBefore(pulled.from()));
    }

    /** Rounded up, in whole numbers: a double could not tell the largest threshold from its neighbours. */
    private static long nineTenths(long threshold) {
        return threshold - threshold / 10;
    }
}
