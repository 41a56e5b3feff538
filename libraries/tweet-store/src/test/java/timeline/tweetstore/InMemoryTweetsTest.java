package timeline.tweetstore;

import java.time.Duration;
import java.time.Instant;
import timeline.testkit.ManualClock;

class InMemoryTweetsTest
        implements
            TweetsContract,
            TweetStoreContract,
            TweetOutboxContract,
            OwedDeliveriesContract {
    private final ManualClock clock = ManualClock.at(SampleTweets.NOON);
    private final InMemoryTweets memory = new InMemoryTweets(clock);

    @Override
    public Tweets tweets() {
        return memory;
    }

    @Override
    public TweetStore store() {
        return memory;
    }

    @Override
    public TweetOutbox outbox() {
        return memory;
    }

    @Override
    public OwedDeliveries owedDeliveries() {
        return memory.owedDeliveries();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void advance(Duration time) {
        clock.advance(time);
    }

    @Override
    public void postAllBut(InMemoryTweets.Part missing, Tweet tweet) {
        memory.batchOfPost(tweet).writeAllBut(missing);
    }

    @Override
    public void deleteAllBut(InMemoryTweets.Part missing, Tweet tweet) {
        memory.batchOfDelete(tweet.id(), tweet.author()).writeAllBut(missing);
    }
}
