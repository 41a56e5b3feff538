package timeline.drill.disturbance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import timeline.client.Session;
import timeline.drill.fault.Fault;
import timeline.drill.fault.Fault.Damage;
import timeline.drill.stack.RedisNodes;
import timeline.history.Freshness;
import timeline.id.UserId;

/**
 * A shard of the cache is away, and whoever has their timeline elsewhere must not notice.
 *
 * @param fault strikes all nodes of a shard, its primary last
 * @param lasting how long it lasts until an operator begins to mend it
 * @param fresh for how long a tweet that is posted meanwhile may be missing from the reads of the others
 */
public record ShardOutage(Fault fault, Duration lasting, Duration fresh) implements Disturbance {
    @Override
    public List<Shown> happen(Scene scene) {
        Damage damage = fault.aim(scene.target(), scene.random());
        Set<UserId> others = scene.crowd().followers().stream().map(Session::user)
                .filter(user -> !RedisNodes.holds(scene.target(), damage.victims().getLast(), user))
                .collect(Collectors.toSet());
        long begun = scene.pacer().nanoTime();
        List<Shown> shown = new ArrayList<>(new Absence(Duration.ZERO, lasting, Duration.ZERO)
                .happen(scene, fault, damage).effects(fault));
        scene.phases().end();
        shown.addAll(compare(new Freshness(scene.history().get()), others, begun));
        return shown;
    }

    /** @param begunNanos the tweets since then count */
    List<Shown> compare(Freshness freshness, Set<UserId> others, long begunNanos) {
        List<Duration> missing = freshness.afterTweets().stream()
                .filter(wait -> others.contains(wait.reader()) && wait.atNanos() - begunNanos >= 0)
                .map(wait -> wait.missing()).toList();
        double longest = missing.stream().mapToLong(Duration::toMillis).max().orElse(0) / 1000.0;
        return List.of(new Effect("tweets that followers looked for whose timelines are in other shards",
                missing.size(), 1),
                new Limit("the longest that one of these was missing", longest, fresh.toMillis() / 1000.0, "s"));
    }
}
