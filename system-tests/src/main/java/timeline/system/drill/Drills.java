package timeline.system.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The drills that there are. */
public final class Drills {
    private static final List<String> REDIS_NODES = IntStream.rangeClosed(1, 6).mapToObj(n -> "redis-" + n).toList();

    private Drills() {
    }

    public static List<Drill> all() {
        return List.of(
                new Drill("fanout-down",
                        "With no fan-out, posting and reading go on and authors see their own tweets; when it is back, "
                                + "it resumes where it stopped and every follower gets every tweet once.",
                        Duration.ofSeconds(10), Duration.ofSeconds(15), target -> target.kill("fanout-service"),
                        target -> target.start("fanout-service")),
                new Drill("redis-primary",
                        "When a primary of the cache dies, reads go to the database until its replica is promoted; pushes "
                                + "that the replica never got are not missed.",
                        Duration.ofSeconds(10), Duration.ofSeconds(15), Drills::killAPrimary, Drills::startWhatIsDown),
                new Drill("cache-wiped",
                        "When the whole cache is emptied under load, no reader sees an empty or half timeline: cold "
                                + "timelines are rebuilt from the database.",
                        Duration.ofSeconds(10), Duration.ofSeconds(15), Drills::wipe, target -> {}));
    }

    public static Optional<Drill> named(String name) {
        return all().stream().filter(drill -> drill.name().equals(name)).findFirst();
    }

    private static void killAPrimary(Target target) {
        target.kill(REDIS_NODES.stream().filter(node -> isPrimary(target, node)).findFirst()
                .orElseThrow(() -> new DrillException("no primary of the cache answers")));
    }

    private static void startWhatIsDown(Target target) {
        REDIS_NODES.stream().filter(node -> !target.isRunning(node)).forEach(target::start);
    }

    private static void wipe(Target target) {
        REDIS_NODES.stream().filter(node -> isPrimary(target, node)).forEach(node -> {
            // A fault that had no effect would make every system look good.
            String answer = target.redis(node, "FLUSHALL");
            if (!answer.equals("OK")) {
                throw new DrillException(node + " did not empty itself: " + answer);
            }
        });
    }

    private static boolean isPrimary(Target target, String node) {
        return target.isRunning(node) && target.redis(node, "INFO", "replication").contains("role:master");
    }
}
