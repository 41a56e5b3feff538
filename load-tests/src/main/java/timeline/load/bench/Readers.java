package timeline.load.bench;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import timeline.client.Answer;
import timeline.client.Session;
import timeline.load.CpuUse;
import timeline.load.StackMetrics;
import timeline.load.figures.Percentiles;

/** Users who read as fast as they are answered, some at once (closed model). */
final class Readers {
    private static final List<String> ASKED = List.of("gateway", "timeline-service", "follow-service", "postgres",
            "cassandra", "redis");

    private final List<Session> users;
    private final int atOnce;
    private final StackMetrics metrics;

    /** What a user reads. */
    interface Read {
        Answer by(Session reader);
    }

    Readers(List<Session> users, int atOnce, StackMetrics metrics) {
        this.users = users;
        this.atOnce = atOnce;
        this.metrics = metrics;
    }

    /** In turns, until the time is over. */
    ReadRound during(Duration time, Read read) {
        long begun = System.nanoTime();
        return measure(read, turn -> System.nanoTime() - begun < time.toNanos());
    }

    /** Each of them a single time. */
    ReadRound once(Read read) {
        return measure(read, turn -> turn < users.size());
    }

    private interface Turns {
        boolean goOn(int turn);
    }

    private ReadRound measure(Read read, Turns turns) {
        users.forEach(Session::token);
        CpuUse before = metrics.cpu(ASKED);
        Queue<Duration> took = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < atOnce; i++) {
                threads.execute(() -> {
                    for (int turn = next.getAndIncrement(); turns.goOn(turn); turn = next.getAndIncrement()) {
                        took.add(read.by(users.get(turn % users.size())).orThrow().took());
                    }
                });
            }
        }
        double elapsed = (System.nanoTime() - begun) / 1e9;
        return new ReadRound(took.size() / elapsed, new Percentiles(took), metrics.cpu(ASKED).since(before),
                took.size());
    }
}
