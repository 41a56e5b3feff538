package timeline.follow.postgres;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.audience.PulledAuthor;
import timeline.id.UserId;

/** An author's place in the pull set. */
final class SelectPulledAuthor {
    private static final String SQL = "SELECT pulled_from, pulled_until, epoch FROM pulled_authors WHERE author_id = ?";

    private SelectPulledAuthor() {
    }

    static Optional<PulledAuthor> run(JdbcClient jdbc, UserId author) {
        return jdbc.sql(SQL).param(author.value()).query((row, number) -> PulledRow.of(row)).optional();
    }
}
