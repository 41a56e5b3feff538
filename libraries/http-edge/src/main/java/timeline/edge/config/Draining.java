package timeline.edge.config;

import java.time.Duration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import timeline.edge.Serving;

/**
 * The first thing that happens when the service is told to stop: it says that it is not ready, and goes on serving for a moment,
 * so that nobody sends it a request that it would not take any more.
 */
final class Draining implements SmartLifecycle {
    private final ApplicationEventPublisher events;
    private final Serving serving;
    private final Duration delay;
    private volatile boolean running;

    /** @param delay zero: none */
    Draining(ApplicationEventPublisher events, Serving serving, Duration delay) {
        this.events = events;
        this.serving = serving;
        this.delay = delay;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        serving.leave();
        AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
        try {
            Thread.sleep(delay);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before the web server, which stops in the last but one phase. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
