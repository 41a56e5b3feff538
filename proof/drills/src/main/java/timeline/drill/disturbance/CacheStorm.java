package timeline.drill.disturbance;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.RedisNodes;

/**
 * One primary of the cache after the other is emptied, in turns, at fixed moments.
 *
 * @param times how often
 * @param every from one to the next, however long it takes to empty one
 */
public record CacheStorm(int times, Duration every) implements Disturbance {
    @Override
    public List<Effect> happen(Scene scene) {
        List<String> primaries = RedisNodes.primaries(scene.target());
        int first = any(scene.random(), primaries.size());
        long begun = scene.pacer().nanoTime();
        int emptied = 0;
        for (int n = 0; n < times; n++) {
            scene.pacer().sleepUntil(begun + n * every.toNanos());
            String node = primaries.get((first + n) % primaries.size());
            long keys = RedisNodes.empty(scene.target(), node);
            scene.progress().accept("emptied " + node + " of " + keys + " timelines");
            emptied += keys > 0 ? 1 : 0;
        }
        scene.pacer().sleepUntil(begun + times * every.toNanos());
        return List.of(new Effect("primaries emptied of timelines", emptied, times));
    }

    private static int any(RandomGenerator random, int choices) {
        if (choices == 0) {
            throw new DrillException("no primary of the cache answers");
        }
        return random.nextInt(choices);
    }
}
