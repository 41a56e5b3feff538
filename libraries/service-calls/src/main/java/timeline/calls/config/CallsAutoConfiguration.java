package timeline.calls.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import timeline.deadline.Deadline;
import timeline.identity.InternalToken;
import timeline.edge.Problem;
import timeline.edge.problem.ExceptionTranslation;
import timeline.edge.telemetry.TraceHeaders;
import timeline.calls.CallHeaders;
import timeline.calls.UpstreamSettings;
import timeline.calls.UpstreamUnavailableException;
import timeline.calls.Upstreams;

/** Calls to other services. */
@AutoConfiguration(afterName = {"timeline.edge.config.SecurityAutoConfiguration",
        "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"})
@EnableConfigurationProperties(UpstreamSettings.class)
class CallsAutoConfiguration {
    @Bean
    TraceHeaders traceHeaders(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceHeaders(tracer.getIfAvailable(() -> Tracer.NOOP),
                propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    @ConditionalOnMissingBean
    CallHeaders callHeaders(InternalToken token, TraceHeaders trace) {
        return (service, header) -> {
            header.accept("Authorization", "Bearer " + token.to(service));
            header.accept(Deadline.HEADER, Deadline.current().forNextService());
            trace.write(header);
        };
    }

    /** A service that does not answer is the caller's problem, and no defect of anybody. */
    @Bean
    ExceptionTranslation unavailableUpstreams() {
        return exception -> exception instanceof UpstreamUnavailableException down
                ? (down.timedOut() ? Problem.TIMEOUT : Problem.UNAVAILABLE)
                        .because("The service behind this call does not answer.")
                : null;
    }

    @Bean
    Upstreams upstreams(Environment environment, UpstreamSettings settings, CallHeaders headers, MeterRegistry meters) {
        return new Upstreams(environment::getProperty, settings, headers, meters);
    }
}
