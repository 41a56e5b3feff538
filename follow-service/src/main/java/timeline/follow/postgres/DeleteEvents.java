package timeline.follow.postgres;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets published events, many at once. */
final class DeleteEvents {
    private static final String SQL = "DELETE FROM follow_outbox WHERE number = ANY (?)";

    private DeleteEvents() {
    }

    static void run(JdbcClient jdbc, Collection<Long> numbers) {
        // An array is one parameter: the statement has the same text, and the same plan, for any number of events.
        jdbc.sql(SQL).param(numbers.stream().mapToLong(Long::longValue).toArray()).update();
    }
}
