package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.id.TweetId;
import timeline.id.UserId;

/** Puts an author into the pull set, extends their era to an earlier tweet, or calls them back from leaving. */
final class UpsertPulledAuthor {
    private static final String SQL = """
            INSERT INTO pulled_authors AS known (author_id, pulled_from, epoch) VALUES (?, ?, ?)
            ON CONFLICT (author_id) DO UPDATE
            SET pulled_from = least(known.pulled_from, excluded.pulled_from), pulled_until = NULL, epoch = excluded.epoch
            WHERE known.pulled_until IS NOT NULL OR excluded.pulled_from < known.pulled_from""";

    private UpsertPulledAuthor() {
    }

    /** @return whether that changed anything */
    static boolean run(JdbcClient jdbc, UserId author, TweetId from, long epoch) {
        return jdbc.sql(SQL).params(author.value(), from.value(), epoch).update() == 1;
    }
}
