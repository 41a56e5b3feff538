package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The number of changes of the pull set, and the lock that puts them in order. */
final class PullSetEpoch {
    private static final String READ = "SELECT epoch FROM pull_set";
    private static final String LOCK = "SELECT epoch FROM pull_set FOR UPDATE";
    private static final String CHANGE = "UPDATE pull_set SET epoch = ?";

    private PullSetEpoch() {
    }

    static long read(JdbcClient jdbc) {
        return jdbc.sql(READ).query(Long.class).single();
    }

    /** Waits for the changes under way. The first statement of every change. */
    static long lock(JdbcClient jdbc) {
        return jdbc.sql(LOCK).query(Long.class).single();
    }

    /** Only for a transaction that holds the lock and has changed the set. */
    static void change(JdbcClient jdbc, long epoch) {
        jdbc.sql(CHANGE).param(epoch).update();
    }
}
