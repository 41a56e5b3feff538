package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import org.jspecify.annotations.Nullable;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * One statement, prepared when it is first needed: readers may start before Cassandra and before the tables exist. The only way to
 * Cassandra: values are bound, never pasted into the text.
 */
public final class PreparedCql {
    /** The driver's settings for a statement, see {@link DriverOptions}. */
    public enum Kind {
        /** Sees every acknowledged write. */
        READ(DriverOptions.READ),
        /** Sees every decided transaction, and decides those that were begun. */
        LINEARIZABLE_READ(DriverOptions.LINEARIZABLE_READ),
        /** Carries its own time or may be repeated. */
        WRITE(DriverOptions.WRITE),
        /** Compares and sets (IF). */
        TRANSACTION(DriverOptions.TRANSACTION);

        private final String profile;

        Kind(String profile) {
            this.profile = profile;
        }

        /** The name of the driver's profile, for statements that are composed of others. */
        public String profile() {
            return profile;
        }
    }

    private final CassandraSession session;
    private final Kind kind;
    private final String cql;
    private volatile @Nullable PreparedStatement prepared;

    public PreparedCql(CassandraSession session, Kind kind, String cql) {
        this.session = session;
        this.kind = kind;
        this.cql = cql;
    }

    /** @throws TweetsUnavailableException when it can't be prepared now: no Cassandra, or no tables yet */
    public BoundStatement bind(@Nullable Object... values) {
        return prepared().bind(values).setExecutionProfileName(kind.profile);
    }

    private PreparedStatement prepared() {
        PreparedStatement known = prepared;
        if (known == null) {
            known = prepare();
            prepared = known;
        }
        return known;
    }

    private PreparedStatement prepare() {
        try {
            // Not by a time-out of this statement: all that is bound to it later would inherit that.
            return session.await(session.driver()
                    .prepareAsync(SimpleStatement.newInstance(Qualified.cql(cql, session.settings().keyspace()))));
        } catch (InvalidQueryException noSuchTable) {
            throw new TweetsUnavailableException("the tables are not there yet", noSuchTable);
        } catch (RuntimeException failure) {
            throw Outage.orDefect(failure);
        }
    }
}
