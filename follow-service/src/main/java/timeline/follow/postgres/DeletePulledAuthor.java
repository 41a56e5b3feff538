package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.id.UserId;

/** Removes a leaving author whom nothing has happened to since the given epoch: compare and set. */
final class DeletePulledAuthor {
    private static final String SQL = "DELETE FROM pulled_authors WHERE author_id = ? AND pulled_until IS NOT NULL AND epoch = ?";

    private DeletePulledAuthor() {
    }

    static boolean run(JdbcClient jdbc, UserId author, long epoch) {
        return jdbc.sql(SQL).params(author.value(), epoch).update() == 1;
    }
}
