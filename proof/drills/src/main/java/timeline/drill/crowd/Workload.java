package timeline.drill.crowd;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import timeline.client.Session;
import timeline.drill.crowd.Crowd.Tie;
import timeline.drill.crowd.Load.Rhythm;
import timeline.drill.stack.DrillException;

/**
 * Users who go on posting and reading at a steady rate, whatever happens (open model: a slow answer does not slow the others down); and, if
 * the load has a rhythm, some who wait for each answer (closed model: a slow system is asked less).
 */
public final class Workload implements AutoCloseable {
    /** Every so many reads is a scroll to the end. */
    private static final int READS_PER_SCROLL = 10;
    /** What somebody who only looks asks for. */
    private static final int SCREEN = 20;

    private final Crowd crowd;
    private final RandomGenerator random;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService users = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong reads = new AtomicLong();
    /** The first thing that went wrong and is no answer of the system. */
    private final AtomicReference<@Nullable Throwable> defect = new AtomicReference<>();

    private Workload(Crowd crowd, RandomGenerator random) {
        this.crowd = crowd;
        this.random = random;
    }

    /** Starts at once, and goes on until closed. */
    public static Workload start(Crowd crowd, Load load, RandomGenerator random) {
        Workload workload = new Workload(crowd, random);
        workload.every(load.posts(), workload::post);
        workload.every(load.reads(), workload::read);
        workload.every(load.deletes(), workload::delete);
        workload.every(load.changes(), workload::change);
        workload.every(load.arrivals(), () -> () -> crowd.calls().signUp(crowd.client()));
        workload.every(load.arrivals(), workload::signIn);
        load.rhythm().ifPresent(workload::keepTo);
        return workload;
    }

    /** Chooses, on the one thread that may ask for random numbers, what a user is to do. */
    private interface Choice {
        Runnable next();
    }

    private Runnable post() {
        Session author = any(crowd.authors());
        return () -> crowd.calls().post(author);
    }

    private Runnable signIn() {
        Session user = any(crowd.everybody());
        return () -> crowd.calls().signIn(user);
    }

    private void keepTo(Rhythm rhythm) {
        crowd.followers().forEach(follower -> again(Duration.ZERO, () -> {
            crowd.calls().readHead(follower, SCREEN);
            return rhythm.betweenReads();
        }));
        crowd.authors().forEach(author -> again(Duration.ZERO, () -> {
            long begun = System.nanoTime();
            crowd.calls().postPersistently(author);
            return rhythm.betweenPosts().minusNanos(System.nanoTime() - begun);
        }));
    }

    /** Acts after a pause, and again after the pause that this says, until closed. */
    private void again(Duration pause, Supplier<Duration> act) {
        try {
            var _ = pace.schedule(() -> users.execute(() -> attempt(() -> again(act.get(), act))), pause.toNanos(),
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException over) {
            // Closed meanwhile: that was the last time.
            return;
        }
    }

    private Runnable read() {
        Session reader = any(crowd.everybody());
        boolean toTheEnd = reads.incrementAndGet() % READS_PER_SCROLL == 0;
        return toTheEnd ? () -> crowd.calls().scroll(reader) : () -> crowd.calls().readHead(reader);
    }

    private Runnable delete() {
        long lot = random.nextLong();
        return () -> crowd.calls().deleteAny(lot);
    }

    private Runnable change() {
        Tie tie = any(crowd.ties(Bond.FLIGHTY));
        return random.nextBoolean()
                ? () -> crowd.calls().follow(tie.follower(), tie.author().user())
                : () -> crowd.calls().unfollow(tie.follower(), tie.author().user());
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void every(int perSecond, Choice choice) {
        if (perSecond > 0) {
            var _ = pace.scheduleAtFixedRate(() -> attempt(() -> {
                Runnable call = choice.next();
                users.execute(() -> attempt(call));
            }), 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
        }
    }

    /** What throws is never paced again: users would do less from then on, and the drill would find less, and pass. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (Throwable failed) {
            boolean _ = defect.compareAndSet(null, failed);
        }
    }

    /**
     * No new calls; returns when every call under way has its answer.
     *
     * @throws DrillException when a user could not do something for a reason of their own
     */
    @Override
    public void close() {
        pace.close();
        users.close();
        Throwable failed = defect.get();
        if (failed != null) {
            throw new DrillException("users did less than they were to do", failed);
        }
    }
}
