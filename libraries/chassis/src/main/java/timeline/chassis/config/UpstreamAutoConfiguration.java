package timeline.chassis.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import timeline.chassis.Deadline;
import timeline.chassis.security.InternalToken;
import timeline.chassis.telemetry.TraceHeaders;
import timeline.chassis.upstream.CallHeaders;
import timeline.chassis.upstream.UpstreamSettings;
import timeline.chassis.upstream.Upstreams;

/** Calls to other services. */
@AutoConfiguration(after = SecurityAutoConfiguration.class, afterName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@EnableConfigurationProperties(UpstreamSettings.class)
class UpstreamAutoConfiguration {
    @Bean
    TraceHeaders traceHeaders(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceHeaders(tracer.getIfAvailable(() -> Tracer.NOOP),
                propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    @ConditionalOnMissingBean
    CallHeaders callHeaders(InternalToken token, TraceHeaders trace) {
        return header -> {
            header.accept("Authorization", "Bearer " + token.current());
            header.accept(Deadline.HEADER, Deadline.current().forNextService());
            trace.write(header);
        };
    }

    @Bean
    Upstreams upstreams(Environment environment, UpstreamSettings settings, CallHeaders headers, MeterRegistry meters) {
        return new Upstreams(environment::getProperty, settings, headers, meters);
    }
}
