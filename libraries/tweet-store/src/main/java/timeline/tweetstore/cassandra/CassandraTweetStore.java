package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Authorship;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.OwedDelivery;
import timeline.tweetstore.Presence;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetStore;

/**
 * Writes tweets to Cassandra. A logged batch: once its log is written, Cassandra finishes it, whoever dies (ADR 0002). It is atomic but
 * not isolated: a reader may see the row by id before the row by author, or the other way round; never after the call returned, but for
 * up to a minute after it failed, when the log is replayed. So nothing may be concluded from one row, see {@link #presence}.
 */
public final class CassandraTweetStore implements TweetStore {
    private final CassandraSession session;
    private final InstantSource clock;
    private final InsertTweet insertTweet;
    private final EraseTweet eraseTweet;
    private final InsertOutboxEntry insertOutboxEntry;
    private final InsertOwedDelivery insertOwedDelivery;
    private final SelectAuthorship selectAuthorship;
    private final SelectPresence selectPresence;

    /** @param clock dates what is owed and the deletes */
    public CassandraTweetStore(CassandraSession session, InstantSource clock) {
        this.session = session;
        this.clock = clock;
        insertTweet = new InsertTweet(session);
        eraseTweet = new EraseTweet(session);
        insertOutboxEntry = new InsertOutboxEntry(session);
        insertOwedDelivery = new InsertOwedDelivery(session);
        selectAuthorship = new SelectAuthorship(session);
        selectPresence = new SelectPresence(session);
    }

    @Override
    public OutboxEntry post(Tweet tweet) {
        Instant now = clock.instant();
        OutboxEntry entry = new OutboxEntry(now, new TweetPosted(tweet.id(), tweet.author(), Optional.of(now)));
        List<BatchableStatement<?>> change = new ArrayList<>(insertTweet.bind(tweet));
        change.add(insertOwedDelivery.bind(new OwedDelivery(now, tweet.id(), tweet.author())));
        writeTogether(change, entry);
        return entry;
    }

    @Override
    public OutboxEntry delete(TweetId tweet, UserId author) {
        Instant now = clock.instant();
        OutboxEntry entry = new OutboxEntry(now, new TweetDeleted(tweet, author));
        writeTogether(eraseTweet.bind(tweet, author, now), entry);
        return entry;
    }

    @Override
    public Optional<Authorship> authorship(TweetId tweet) {
        return selectAuthorship.execute(tweet);
    }

    @Override
    public Presence presence(TweetId tweet, UserId author) {
        return selectPresence.execute(tweet, author);
    }

    private void writeTogether(List<BatchableStatement<?>> change, OutboxEntry entry) {
        session.execute(BatchStatement.newInstance(DefaultBatchType.LOGGED).addAll(change)
                .add(insertOutboxEntry.bind(entry)).setExecutionProfileName(PreparedCql.Kind.WRITE.profile())
                .setIdempotent(true));
    }
}
