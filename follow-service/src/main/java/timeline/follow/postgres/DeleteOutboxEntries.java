package timeline.follow.postgres;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settles entries, many at once: the broker has acknowledged them. */
final class DeleteOutboxEntries {
    private static final String SQL = "DELETE FROM follow_outbox WHERE number = ANY (?)";

    private DeleteOutboxEntries() {
    }

    static void run(JdbcClient jdbc, Collection<Long> numbers) {
        // An array is one parameter: the statement has the same text, and the same plan, for any number of entries.
        jdbc.sql(SQL).param(numbers.stream().mapToLong(Long::longValue).toArray()).update();
    }
}
