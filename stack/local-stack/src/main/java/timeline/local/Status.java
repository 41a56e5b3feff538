package timeline.local;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a component is at this moment.
 *
 * @param vitals null when there is no process
 */
public record Status(Component component, State state, @Nullable Vitals vitals) {
    /** What state a component is in. */
    public enum State {
        /** It answers. */
        RUNNING,
        /** Its process lives, has been living for less than a minute, and does not answer yet. */
        STARTING,
        /** Its process lives but does not answer. */
        UNHEALTHY,
        /** Its process is frozen. */
        PAUSED,
        /** There is no process. */
        EXITED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The process behind a component.
     *
     * @param residentBytes resident memory
     * @param cpu processor time since it was started
     * @param uptime time since it was started
     */
    public record Vitals(long pid, long residentBytes, Duration cpu, Duration uptime) {}
}
