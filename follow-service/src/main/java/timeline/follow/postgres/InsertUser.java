package timeline.follow.postgres;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.User;
import timeline.follow.Username;
import timeline.id.UserId;

/** The unique name decides between concurrent registrations; whoever comes second inserts nothing. */
final class InsertUser {
    private static final String SQL = """
            INSERT INTO users (username, created_at) VALUES (?, ?)
            ON CONFLICT (username) DO NOTHING
            RETURNING user_id""";

    private InsertUser() {
    }

    static Optional<User> run(JdbcClient jdbc, Username username, Instant createdAt) {
        return jdbc.sql(SQL).params(username.value(), createdAt.atOffset(ZoneOffset.UTC)).query(Long.class).optional()
                .map(id -> new User(new UserId(id), username, createdAt));
    }
}
