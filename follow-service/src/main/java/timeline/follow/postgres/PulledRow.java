package timeline.follow.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import timeline.follow.audience.PulledAuthor;
import timeline.id.TweetId;

/** A row of {@code pulled_authors}. */
final class PulledRow {
    private PulledRow() {
    }

    static PulledAuthor of(ResultSet row) throws SQLException {
        return new PulledAuthor(new TweetId(row.getLong("pulled_from")),
                Optional.ofNullable(row.getObject("pulled_until", Long.class)).map(TweetId::new), row.getLong("epoch"));
    }

    /** Of an outer join: empty when there is no such author. */
    static Optional<PulledAuthor> optional(ResultSet row) throws SQLException {
        return row.getObject("author_id") == null ? Optional.empty() : Optional.of(of(row));
    }
}
