package timeline.follow.audience;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;
import timeline.follow.Follow;
import timeline.follow.InMemoryFollowStore;
import timeline.follow.InMemoryOwedBackfills;
import timeline.id.TweetId;
import timeline.id.UserId;

/** Reads the graph in memory. Not one snapshot over its parts: for tests and simulations that change one thing at a time. */
public final class InMemoryAudiences implements Audiences {
    private final InMemoryFollowStore follows;
    private final InMemoryPullSet pullSet;
    private final PushThreshold threshold;
    private final InMemoryOwedBackfills owed;

    public InMemoryAudiences(InMemoryFollowStore follows, InMemoryPullSet pullSet, PushThreshold threshold,
            InMemoryOwedBackfills owed) {
        this.follows = follows;
        this.pullSet = pullSet;
        this.threshold = threshold;
        this.owed = owed;
    }

    @Override
    public FollowerPage followers(UserId author, long after, int limit) {
        LongStream ids = follows.all().stream().filter(edge -> edge.followee().equals(author))
                .mapToLong(edge -> edge.follower().value());
        long[] found = ids.filter(id -> id > after).sorted().limit(limit + 1L).toArray();
        UserIds page = UserIds.of(found).first(limit);
        OptionalLong next = found.length > limit ? OptionalLong.of(page.last()) : OptionalLong.empty();
        return new FollowerPage(page, next,
                new Audience(follows.followerCount(author), threshold.followers(), pullSet.find(author)));
    }

    @Override
    public Following following(UserId user) {
        UserIds following = UserIds.of(follows.all().stream().filter(edge -> edge.follower().equals(user))
                .map(Follow::followee).mapToLong(UserId::value).sorted().toArray());
        Map<UserId, PulledAuthor> pulled = new TreeMap<>();
        following.stream().mapToObj(UserId::new).forEach(author -> pullSet.find(author)
                .filter(place -> !follows.madeWhileLeaving(new Follow(user, author)).equals(Optional.of(place.epoch())))
                .ifPresent(place -> pulled.put(author, place)));
        Map<UserId, TweetId> leaving = new HashMap<>();
        pulled.forEach((author, place) -> place.until().ifPresent(until -> leaving.put(author, until)));
        return new Following(version(user), following,
                UserIds.of(pulled.keySet().stream().mapToLong(UserId::value).toArray()), leaving,
                UserIds.of(following.stream()
                        .filter(author -> owed.of(new Follow(user, new UserId(author))).isPresent()).toArray()));
    }

    @Override
    public FollowingVersion version(UserId user) {
        return new FollowingVersion(follows.version(user), pullSet.epoch());
    }
}
