package timeline.follow.postgres;

import java.time.Instant;
import java.util.Optional;
import timeline.follow.Profile;
import timeline.follow.User;
import timeline.follow.Username;
import timeline.follow.Users;
import timeline.id.UserId;

/** The table {@code users}. */
public final class PostgresUsers implements Users {
    private final GraphDatabase database;

    public PostgresUsers(GraphDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<User> register(Username username, Instant createdAt) {
        return database.statement(jdbc -> InsertUser.run(jdbc, username, createdAt));
    }

    @Override
    public Optional<User> find(UserId id) {
        return database.statement(jdbc -> SelectUser.byId(jdbc, id));
    }

    @Override
    public Optional<User> findByName(Username username) {
        return database.statement(jdbc -> SelectUser.byName(jdbc, username));
    }

    @Override
    public Optional<Profile> profile(UserId id) {
        return database.statement(jdbc -> SelectProfile.run(jdbc, id));
    }
}
