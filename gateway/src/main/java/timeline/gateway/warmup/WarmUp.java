package timeline.gateway.warmup;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import timeline.calls.Upstream;

/**
 * Makes the whole chain warm: code that nobody has run yet takes ten times as long, and the first users would wait, and take the machine
 * from each other. One call at a time and then a pause as long as the call, so that on a machine that serves already half of a processor
 * is taken at most. Whatever goes wrong, the gateway takes requests afterwards.
 */
public final class WarmUp {
    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final WarmUpSettings settings;
    private final Collection<Upstream> services;
    private final LongSupplier nanos;
    private final LongSupplier compiledMillis;

    public WarmUp(WarmUpSettings settings, Collection<Upstream> services, LongSupplier nanos,
            LongSupplier compiledMillis) {
        this.settings = settings;
        this.services = services;
        this.nanos = nanos;
        this.compiledMillis = compiledMillis;
    }

    /**
     * Returns when it is warm, or its time is over.
     *
     * @param port the own port
     * @param pass by which the own calls are known
     */
    public void run(int port, String pass) throws InterruptedException {
        if (settings.calls() == 0) {
            return;
        }
        awaitServices();
        long begun = nanos.getAsLong();
        Warmth warmth = new Warmth(nanos, compiledMillis);
        try (OwnPort ownPort = new OwnPort(port, pass)) {
            BooleanSupplier inTime = () -> since(begun).compareTo(settings.within()) < 0;
            List<Chain.Step> steps = new Chain(ownPort, inTime).prepare();
            while (!warmth.isWarm() && warmth.calls() < settings.calls() && inTime.getAsBoolean()) {
                long from = nanos.getAsLong();
                steps.get(warmth.calls() % steps.size()).take();
                warmth.called(since(from));
                Thread.sleep(since(from));
            }
        }
        log.info("{} after {} calls in {} ms", warmth.isWarm() ? "Warm" : "Not quite warm", warmth.calls(),
                since(begun).toMillis());
    }

    private void awaitServices() throws InterruptedException {
        long begun = nanos.getAsLong();
        while (!services.stream().allMatch(Upstream::isServing)) {
            if (since(begun).compareTo(settings.patience()) >= 0) {
                log.warn("Nobody serves yet as {}", services.stream().filter(service -> !service.isServing())
                        .map(Upstream::service).toList());
                return;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private Duration since(long time) {
        return Duration.ofNanos(nanos.getAsLong() - time);
    }
}
