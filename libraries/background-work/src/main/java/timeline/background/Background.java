package timeline.background;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * What goes on beside the requests, on threads of its own: one work never waits for another. A round that fails, in whichever way, is counted
 * as {@value #FAILURES} with the name of its work, and tried again.
 *
 * <p>It starts before, and so ends after, the web server and the consumers. Its works are given to it before it starts.
 */
public final class Background implements SmartLifecycle {
    /** The counter of failed rounds. */
    public static final String FAILURES = "background.failures";
    /** After a failure. A constant: it asks a store that is gone too rarely to matter, and finds one that is back soon enough. */
    public static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    /** A constant: no round takes as long, since all that it does has a time-out. */
    private static final int LONGEST_ROUND_SECONDS = 30;

    private final Set<Class<? extends RuntimeException>> outages;
    private final MeterRegistry meters;
    private final List<SupervisedWork> works = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private Runnable atTheEnd = () -> {};
    private volatile @Nullable ThreadPoolTaskScheduler scheduler;

    /** @param outages what is thrown when others do not answer: it is counted, and not logged */
    public Background(Set<Class<? extends RuntimeException>> outages, MeterRegistry meters) {
        this.outages = Set.copyOf(outages);
        this.meters = meters;
    }

    /** @param pause between the end of a round and the next, also when it failed */
    public Background every(Duration pause, String name, Runnable round) {
        works.add(new SupervisedWork(name, Duration.ZERO, pause, () -> {
            round.run();
            return Optional.of(pause);
        }, outages, meters));
        return this;
    }

    /** @param round tells after which pause it wants to be run again; empty: never. After a failure it is in {@link #BETWEEN_TRIES} */
    public Background repeat(String name, Duration firstPause, Supplier<Optional<Duration>> round) {
        works.add(new SupervisedWork(name, firstPause, BETWEEN_TRIES, round, outages, meters));
        return this;
    }

    /** @param meanwhile done when it ends: no more rounds begin, and the last ones end */
    public Background ending(Runnable meanwhile) {
        this.meanwhile = meanwhile;
        return this;
    }

    /** @param after done when the last rounds have ended */
    public Background ending(Runnable meanwhile, Runnable after) {
        this.meanwhile = meanwhile;
        this.atTheEnd = after;
        return this;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
        started.setPoolSize(works.size());
        started.setThreadNamePrefix("background-");
        started.setDaemon(true);
        started.setWaitForTasksToCompleteOnShutdown(true);
        started.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        started.setAwaitTerminationSeconds(LONGEST_ROUND_SECONDS);
        started.initialize();
        scheduler = started;
        for (SupervisedWork work : works) {
            var _ = started.schedule(work, work);
        }
    }

    @Override
    public void stop() {
        ThreadPoolTaskScheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.initiateShutdown();
            meanwhile.run();
            running.shutdown();
            atTheEnd.run();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
