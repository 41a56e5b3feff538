package timeline.edge.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import timeline.edge.admission.AdmissionSettings;
import timeline.edge.admission.AdmissionValve;
import timeline.edge.admission.Doors;
import timeline.edge.admission.StandstillWatch;
import timeline.edge.problem.Problems;
import timeline.traffic.Admission;
import timeline.traffic.QueueDelay;
import timeline.traffic.Rank;

/** Admission: one door for a service that does not say otherwise. */
@AutoConfiguration(before = TomcatAutoConfiguration.class)
@EnableConfigurationProperties({AdmissionSettings.class, HttpSettings.class})
class AdmissionAutoConfiguration {
    /** Costs nothing, and without its answers readers ask the store for every tweet: a refusal would bring more load, not less. */
    private static final String DELETIONS = "/internal/v1/deletions";

    @Bean
    QueueDelay queueDelay(AdmissionSettings settings, MeterRegistry meters) {
        QueueDelay delay = new QueueDelay(settings.window(), System::nanoTime);
        TimeGauge.builder("queue.delay", delay, TimeUnit.NANOSECONDS, QueueDelay::nanos).register(meters);
        return delay;
    }

    /** What comes from other services was let in at the front already; only the fan-out can wait, since its log keeps everything. */
    @Bean
    @ConditionalOnMissingBean
    Doors oneDoor(AdmissionSettings settings, QueueDelay delay, MeterRegistry meters) {
        Admission admission = new Admission(settings.rules(), delay::nanos, System::nanoTime);
        meters.gauge("admission.limit", admission, Admission::limit);
        Doors.Door first = new Doors.Door(admission, Rank.FIRST);
        Doors.Door background = new Doors.Door(admission, Rank.BACKGROUND);
        return (method, path, query) -> {
            if (path.equals(DELETIONS)) {
                return null;
            }
            return path.startsWith("/internal/v1/users/") && path.endsWith("/followers") ? background : first;
        };
    }

    @Bean
    StandstillWatch standstillWatch() {
        return new StandstillWatch();
    }

    @Bean
    AdmissionValve admissionValve(Doors doors, QueueDelay delay, StandstillWatch watch, HttpSettings settings,
            Problems problems, MeterRegistry meters) {
        return new AdmissionValve(doors, watch.standstill(), settings.mostInFlight(Runtime.getRuntime().maxMemory()),
                settings.tellsCallers() ? delay::nanos : () -> 0, problems, meters);
    }
}
