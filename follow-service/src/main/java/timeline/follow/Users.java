package timeline.follow;

import java.time.Instant;
import java.util.Optional;
import timeline.id.UserId;

/**
 * The registered users. Every read sees every registration that was acknowledged before it.
 *
 * <p>All methods throw {@link GraphUnavailableException} when the store does not answer in time.
 */
public interface Users {
    /**
     * Registers a user. Of any number of concurrent registrations of one name, one succeeds.
     *
     * @return empty when the name is taken
     */
    Optional<User> register(Username username, Instant createdAt);

    Optional<User> find(UserId id);

    Optional<User> findByName(Username username);

    Optional<Profile> profile(UserId id);
}
