package timeline.edge.sample;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import timeline.edge.Problem;
import timeline.edge.problem.ExceptionTranslation;
import timeline.id.UserId;

/** A service as small as can be: what its controllers may rely on is what the tests of the edge look at. */
@Configuration
@EnableAutoConfiguration
public class SampleService {
    @Bean
    Notes notes(MeterRegistry meters) {
        return new Notes(meters);
    }

    /** Switched off by a test to play an outage. */
    @Bean
    AtomicBoolean storeIsDown() {
        return new AtomicBoolean();
    }

    @Bean
    HealthIndicator notesHealth(AtomicBoolean storeIsDown) {
        return () -> storeIsDown.get()
                ? Health.down().withDetail("reason", "nobody keeps notes").build()
                : Health.up().build();
    }

    @Bean
    ExceptionTranslation sampleTranslation() {
        return exception -> exception instanceof StoreDown
                ? Problem.UNAVAILABLE.because("The notes cannot be read.")
                : null;
    }

    record NewNote(@Nullable String text, @Nullable List<String> mediaIds, @Nullable UserId targetUserId) {}

    static final class StoreDown extends RuntimeException {}
}
