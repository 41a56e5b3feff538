package timeline.system.drill;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import timeline.client.Session;

/**
 * Users who go on posting and reading at a steady rate, whatever happens (open model: a slow answer does not slow the others down).
 */
final class Workload implements AutoCloseable {
    private static final int POSTS_PER_SECOND = 20;
    private static final int READS_PER_SECOND = 40;
    /** Every so many reads is a scroll to the end. */
    private static final int READS_PER_SCROLL = 10;

    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService users = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong posts = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();

    private Workload() {
    }

    /** Starts at once, and goes on until closed. Texts are {@code prefix} and a number. */
    static Workload start(Crowd crowd, String prefix, RandomGenerator random) {
        Workload workload = new Workload();
        List<Session> authors = crowd.authors();
        List<Session> readers = crowd.everybody();
        workload.every(POSTS_PER_SECOND, () -> {
            Session author = authors.get(random.nextInt(authors.size()));
            String text = prefix + " " + workload.posts.incrementAndGet();
            return () -> crowd.post(author, text);
        });
        workload.every(READS_PER_SECOND, () -> {
            Session reader = readers.get(random.nextInt(readers.size()));
            boolean toTheEnd = workload.reads.incrementAndGet() % READS_PER_SCROLL == 0;
            return toTheEnd ? () -> crowd.scroll(reader) : () -> crowd.readHead(reader);
        });
        return workload;
    }

    private interface Choice {
        Runnable next();
    }

    private void every(int perSecond, Choice choice) {
        var _ = pace.scheduleAtFixedRate(() -> users.execute(choice.next()), 0, 1_000_000 / perSecond,
                TimeUnit.MICROSECONDS);
    }

    /** No new calls; returns when every call under way has its answer. */
    @Override
    public void close() {
        pace.close();
        users.close();
    }
}
