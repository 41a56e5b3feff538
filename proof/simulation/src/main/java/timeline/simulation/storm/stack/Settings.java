package timeline.simulation.storm.stack;

import java.time.Duration;
import timeline.traffic.Admission;
import timeline.traffic.InstanceRules;

/** The settings of the real stack; what counts requests has a tenth of them, as the load has. */
final class Settings {
    static final Duration WINDOW = Duration.ofMillis(100);
    static final Duration LOOK_EVERY = Duration.ofMillis(50);
    static final Duration PROBE_PATIENCE = Duration.ofMillis(500);
    static final Duration STANDSTILL = Duration.ofMillis(700);
    static final Duration STANDSTILL_LINGERS = Duration.ofSeconds(1);
    static final Duration GATEWAY_BUDGET = Duration.ofMillis(1_900);
    static final Duration SERVICE_BUDGET = Duration.ofMillis(1_800);
    static final Duration FOLLOW_GRAPH = Duration.ofMillis(450);
    static final double FIRST_TRY = 0.5;
    static final double RETRY_SHARE = 0.1;
    static final int RETRY_MOST = 10;
    static final InstanceRules INSTANCES = new InstanceRules(Duration.ofMillis(800), 3, Duration.ofMillis(250),
            Duration.ofSeconds(10));
    /** At least four, not one: where a window sees two requests, chance alone makes one of them wait. */
    static final Admission.Rules GATEWAY = new Admission.Rules(Duration.ofMillis(10), WINDOW, 6, 4, 51);
    static final Admission.Rules SERVICE = new Admission.Rules(Duration.ofMillis(100), WINDOW, 6, 4, 51);

    /** Half of the silence, a look, a probe's patience, and as much again for all that waits for a processor. */
    static final Duration KNOWN_AFTER = Duration.ofMillis(1_600);

    private Settings() {
    }
}
