package timeline.edge.config;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import timeline.edge.telemetry.RepeatedCauses;

/** What every service's log is spared. */
@AutoConfiguration
class LogAutoConfiguration {
    /** In force as long as the service runs; several in one process share its log. */
    @Bean(destroyMethod = "close")
    SparedLog sparedLog() {
        RepeatedCauses filter = new RepeatedCauses(System::nanoTime);
        LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
        log.addTurboFilter(filter);
        return () -> {
            log.getTurboFilterList().remove(filter);
            filter.close();
        };
    }

    /** A log without repetitions, until it is closed. */
    interface SparedLog extends AutoCloseable {
        @Override
        void close();
    }
}
