package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.id.UserId;

/** Marks a pulled author as leaving. */
final class MarkLeaving {
    private static final String SQL = """
            UPDATE pulled_authors SET leaving = true, epoch = ? WHERE author_id = ? AND NOT leaving""";

    private MarkLeaving() {
    }

    /** @return whether that changed anything */
    static boolean run(JdbcClient jdbc, UserId author, long epoch) {
        return jdbc.sql(SQL).params(epoch, author.value()).update() == 1;
    }
}
