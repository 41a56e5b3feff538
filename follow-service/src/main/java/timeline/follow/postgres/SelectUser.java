package timeline.follow.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.User;
import timeline.follow.Username;
import timeline.id.UserId;

/** A user by either key. */
final class SelectUser {
    private static final String BY_ID = "SELECT user_id, username, created_at FROM users WHERE user_id = ?";
    private static final String BY_NAME = "SELECT user_id, username, created_at FROM users WHERE username = ?";

    private SelectUser() {
    }

    static Optional<User> byId(JdbcClient jdbc, UserId id) {
        return jdbc.sql(BY_ID).param(id.value()).query((row, number) -> user(row)).optional();
    }

    static Optional<User> byName(JdbcClient jdbc, Username username) {
        return jdbc.sql(BY_NAME).param(username.value()).query((row, number) -> user(row)).optional();
    }

    static User user(ResultSet row) throws SQLException {
        return new User(new UserId(row.getLong("user_id")), new Username(row.getString("username")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
