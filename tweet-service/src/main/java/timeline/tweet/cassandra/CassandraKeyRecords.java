package timeline.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Objects;
import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweet.idempotency.Fingerprint;
import timeline.tweet.idempotency.IdempotencyKey;
import timeline.tweet.idempotency.KeyRecord;
import timeline.tweet.idempotency.KeyRecords;
import timeline.tweetstore.TweetsUnavailableException;
import timeline.tweetstore.cassandra.CassandraSession;
import timeline.tweetstore.cassandra.PreparedCql;

/**
 * The records of keys, compared and set by transactions. A first transaction that got no answer may have happened or not: a read at SERIAL,
 * which finishes what was begun, tells. Later ones are not looked after: their claim lapses.
 */
public final class CassandraKeyRecords implements KeyRecords {
    /** Not a null, which would be a tombstone. */
    private static final long NOBODY = 0;

    private final CassandraSession session;
    private final PreparedCql insert;
    private final PreparedCql update;
    private final PreparedCql select;

    public CassandraKeyRecords(CassandraSession session) {
        this.session = session;
        insert = new PreparedCql(session, PreparedCql.Kind.TRANSACTION, """
                INSERT INTO idempotency_keys (author_id, key, tweet_id, fingerprint, claim, finished, retired)
                VALUES (?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS""");
        // All columns, so that all live for 24 h from now.
        update = new PreparedCql(session, PreparedCql.Kind.TRANSACTION, """
                UPDATE idempotency_keys SET tweet_id = ?, fingerprint = ?, claim = ?, finished = ?, retired = ?
                WHERE author_id = ? AND key = ? IF claim = ? AND finished = false""");
        select = new PreparedCql(session, PreparedCql.Kind.LINEARIZABLE_READ, """
                SELECT tweet_id, fingerprint, claim, finished, retired FROM idempotency_keys
                WHERE author_id = ? AND key = ?""");
    }

    @Override
    public Optional<KeyRecord> putIfAbsent(UserId author, IdempotencyKey key, KeyRecord record) {
        try {
            ResultSet result = session.execute(insert.bind(author.value(), key.value(), record.tweet().value(),
                    record.fingerprint().hex(), record.claim().value(), record.finished(),
                    retired(record)));
            return result.wasApplied()
                    ? Optional.empty()
                    : Optional.of(record(Objects.requireNonNull(result.one(), "who was first")));
        } catch (TweetsUnavailableException noAnswer) {
            KeyRecord known = find(author, key).orElseThrow(() -> noAnswer);
            return known.equals(record) ? Optional.empty() : Optional.of(known);
        }
    }

    @Override
    public boolean replace(UserId author, IdempotencyKey key, KeyRecord expected, KeyRecord replacement) {
        return session.execute(update.bind(replacement.tweet().value(), replacement.fingerprint().hex(),
                replacement.claim().value(), replacement.finished(), retired(replacement), author.value(), key.value(),
                expected.claim().value())).wasApplied();
    }

    private Optional<KeyRecord> find(UserId author, IdempotencyKey key) {
        return Optional.ofNullable(session.execute(select.bind(author.value(), key.value())).one())
                .map(CassandraKeyRecords::record);
    }

    private static KeyRecord record(Row row) {
        return new KeyRecord(new TweetId(row.getLong("tweet_id")),
                new Fingerprint(Objects.requireNonNull(row.getString("fingerprint"))),
                new TweetId(row.getLong("claim")), row.getBoolean("finished"),
                Optional.of(row.getLong("retired")).filter(retired -> retired != NOBODY).map(TweetId::new));
    }

    private static long retired(KeyRecord record) {
        return record.retired().map(TweetId::value).orElse(NOBODY);
    }
}
