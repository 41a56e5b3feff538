package timeline.hometimeline.redis;

import static timeline.hometimeline.redis.HomeTimelineKeys.key;
import static timeline.hometimeline.redis.HomeTimelineKeys.member;
import static timeline.hometimeline.redis.HomeTimelineKeys.score;

import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.hometimeline.redis.Pipeline.Replies;
import timeline.hometimeline.redis.PipelinedCommand.Form;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The home timelines in Redis Cluster.
 *
 * <p>A push is plain pipelined commands, ZCARD to everybody and ZADD to those who have a timeline: a script for each follower costs
 * three times as much, and the gap between the two commands is harmless. A key that vanishes in it is made again by the ZADD
 * without a floor, hence cold; a key that appears in it is being built by a reader whose database read comes later and finds the
 * tweet (ADR 0003). It is one conversation for each node, side by side: a lost one delays no other.
 *
 * <p>Thread safe. Blocks the calling thread, which is meant to be a virtual one, for a bounded time.
 */
public final class RedisHomeTimelines implements HomeTimelineWriter, HomeTimelineReader {
    /** A build that is neither finished nor given up may be begun again after this time. */
    public static final Duration LEASE = Duration.ofSeconds(5);

    private static final Form SIZE = new Form(CommandType.ZCARD);

    private final RedisCluster cluster;
    private final Pipeline pipeline;
    private final TimelineScripts scripts;

    /** @param nonces tells builds apart that are begun on the same timeline */
    public RedisHomeTimelines(RedisCluster cluster, RandomGenerator nonces, Duration lease) {
        this.cluster = cluster;
        this.pipeline = new Pipeline(cluster);
        this.scripts = new TimelineScripts(cluster, nonces, lease);
    }

    @Override
    public Taken push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
        Form add = new Form(CommandType.ZADD, score(entry.tweet()), member(entry));
        List<Taken> taken = EachNode.sideBySide(cluster.byNode(keys(followers)),
                (node, keys) -> push(add, node, keys, deadline));
        return new Taken(taken.stream().mapToInt(Taken::timelines).sum(), taken.stream().mapToInt(Taken::missed).sum());
    }

    private Taken push(Form add, String node, List<byte[]> keys, Deadline deadline) {
        Replies sizes = pipeline.run(SIZE, node, keys, deadline);
        List<byte[]> cached = new ArrayList<>(keys.size());
        List<byte[]> overfull = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            long size = sizes.succeeded(i) ? sizes.number(i) : 0;
            if (size > 0) {
                cached.add(keys.get(i));
            }
            if (size > OVERFULL) {
                overfull.add(keys.get(i));
            }
        }
        Replies added = pipeline.run(add, node, cached, deadline);
        int missed = sizes.failed() + added.failed();
        return new Taken(cached.size() - added.failed(), missed + untrimmed(overfull, deadline));
    }

    /** @return how many timelines are left overfull; they count as missed, so that they are trimmed when the tweet comes once more */
    private int untrimmed(List<byte[]> overfull, Deadline deadline) {
        try {
            scripts.trim(overfull, deadline);
            return 0;
        } catch (HomeTimelinesUnavailableException lost) {
            if (lost.isOutOfTime()) {
                throw lost;
            }
            return overfull.size();
        }
    }

    @Override
    public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers,
            Deadline deadline) {
        scripts.backfill(entries, completeFrom, keys(followers), deadline);
    }

    @Override
    public void remove(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
        Form remove = new Form(CommandType.ZREM, member(entry));
        List<Replies> _ = EachNode.sideBySide(cluster.byNode(keys(followers)),
                (node, keys) -> pipeline.run(remove, node, keys, deadline));
    }

    @Override
    public CachedPage page(UserId user, TweetId before, int limit, Deadline deadline) {
        return scripts.page(key(user), before, limit, deadline);
    }

    @Override
    public Optional<Rebuild> beginRebuild(UserId user, Deadline deadline) {
        return scripts.begin(key(user), deadline);
    }

    /** Names the part of the cache that a timeline is in, which fails and recovers as a whole; empty while it is not known. */
    public String shardOf(UserId user) {
        return cluster.isKnown() ? cluster.nodeOf(key(user)) : RedisCluster.NOBODY;
    }

    private static List<byte[]> keys(Collection<UserId> users) {
        return users.stream().map(HomeTimelineKeys::key).toList();
    }
}
