package timeline.load.overload;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import timeline.load.StackMetrics;
import timeline.local.Stack;

/** Looks at a running stack, beside the load, until it is closed. */
final class StackWatch implements Observed, AutoCloseable {
    private static final String GATEWAY = "gateway";
    /** A gateway that takes long to say how it is gets a gap in the table. */
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

    private final Stack stack;
    private final StackMetrics metrics;
    private final List<ProcessHandle> gateways;
    private final ConcurrentSkipListMap<Long, Gauges> samples = new ConcurrentSkipListMap<>();
    private final long born = System.nanoTime();
    private final ScheduledExecutorService look = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watch").factory());
    private Duration gatewayCpu = Duration.ZERO;

    StackWatch(Stack stack, StackMetrics metrics) {
        this.stack = stack;
        this.metrics = metrics;
        this.gateways = stack.status().stream()
                .filter(status -> status.component().kind().equals(GATEWAY) && status.vitals() != null)
                .flatMap(status -> Optional.ofNullable(status.vitals()).stream())
                .flatMap(vitals -> ProcessHandle.of(vitals.pid()).stream()).toList();
        var _ = look.scheduleAtFixedRate(this::sample, 0, 1, TimeUnit.SECONDS);
    }

    private void sample() {
        try {
            Gauges gauges = Gauges.of(metrics.exposition(GATEWAY));
            samples.put(System.nanoTime() - born, gauges);
        } catch (RuntimeException silent) {
            // A gap; a schedule never runs again what has thrown.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Gauges gauges(long nanoTime) {
        Map.Entry<Long, Gauges> latest = samples.floorEntry(nanoTime - born);
        return latest == null || nanoTime - born - latest.getKey() > FRESH_NANOS ? Gauges.UNKNOWN : latest.getValue();
    }

    @Override
    public Duration gatewayCpu() {
        Duration used = gateways.stream().map(StackWatch::cpu).reduce(Duration.ZERO, Duration::plus);
        // What has ended says nothing any more; time that was used stays used.
        gatewayCpu = used.compareTo(gatewayCpu) > 0 ? used : gatewayCpu;
        return gatewayCpu;
    }

    @Override
    public Duration generatorCpu() {
        return cpu(ProcessHandle.current());
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public Map<String, Long> processes() {
        return stack.status().stream().flatMap(status -> Optional.ofNullable(status.vitals()).stream()
                .map(vitals -> Map.entry(status.component().name(), vitals.pid())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void close() {
        look.shutdownNow();
    }
}
