package timeline.follow.audience;

import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import timeline.follow.Follow;
import timeline.follow.InMemoryFollowStore;
import timeline.id.UserId;

/** Reads the graph in memory. Not one snapshot over its parts: for tests and simulations that change one thing at a time. */
public final class InMemoryAudiences implements Audiences {
    private final InMemoryFollowStore follows;
    private final InMemoryPullSet pullSet;
    private final PushThreshold threshold;

    public InMemoryAudiences(InMemoryFollowStore follows, InMemoryPullSet pullSet, PushThreshold threshold) {
        this.follows = follows;
        this.pullSet = pullSet;
        this.threshold = threshold;
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
        Set<UserId> pulled = pullSet.all();
        UserIds following = UserIds.of(follows.all().stream().filter(edge -> edge.follower().equals(user))
                .map(Follow::followee).mapToLong(UserId::value).sorted().toArray());
        UserIds pulledFollowing = UserIds
                .of(following.stream().filter(id -> pulled.contains(new UserId(id))).toArray());
        return new Following(version(user), following, pulledFollowing);
    }

    @Override
    public FollowingVersion version(UserId user) {
        return new FollowingVersion(follows.version(user), pullSet.epoch());
    }
}
