package timeline.follow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import timeline.id.UserId;

/** Users in memory, numbered from 1 on. Their counts come from the store of follows that is built over them. */
public final class InMemoryUsers implements Users {
    private final Map<UserId, User> byId = new LinkedHashMap<>();
    private final Map<Username, User> byName = new LinkedHashMap<>();
    private final Map<UserId, Long> followers = new LinkedHashMap<>();
    private final Map<UserId, Long> following = new LinkedHashMap<>();

    @Override
    public synchronized Optional<User> register(Username username, Instant createdAt) {
        if (byName.containsKey(username)) {
            return Optional.empty();
        }
        User user = new User(new UserId(byId.size() + 1L), username, createdAt);
        byId.put(user.id(), user);
        byName.put(username, user);
        return Optional.of(user);
    }

    @Override
    public synchronized Optional<User> find(UserId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized Optional<User> findByName(Username username) {
        return Optional.ofNullable(byName.get(username));
    }

    @Override
    public synchronized Optional<Profile> profile(UserId id) {
        return find(id).map(user -> new Profile(user, followerCount(id), followingCount(id)));
    }

    synchronized long followerCount(UserId id) {
        return followers.getOrDefault(id, 0L);
    }

    synchronized long followingCount(UserId id) {
        return following.getOrDefault(id, 0L);
    }

    synchronized void count(Follow edge, int change) {
        followers.merge(edge.followee(), (long) change, Long::sum);
        following.merge(edge.follower(), (long) change, Long::sum);
    }
}
