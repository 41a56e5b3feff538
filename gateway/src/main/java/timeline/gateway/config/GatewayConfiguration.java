package timeline.gateway.config;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import timeline.edge.Serving;
import timeline.gateway.warmup.WarmUp;
import timeline.gateway.warmup.WarmUpSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import timeline.deadline.Deadline;
import timeline.edge.telemetry.TraceHeaders;
import timeline.calls.CallHeaders;
import timeline.calls.Upstream;
import timeline.calls.Upstreams;
import timeline.edge.admission.AdmissionSettings;
import timeline.edge.admission.Doors;
import timeline.gateway.http.PublicDoors;
import timeline.traffic.Admission;
import timeline.traffic.QueueDelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import timeline.gateway.PublicApi;
import timeline.gateway.Route;
import timeline.gateway.RateLimit;
import timeline.gateway.RateLimiter;
import timeline.gateway.http.ApiDocument;
import timeline.gateway.http.FailoverExchange;
import timeline.gateway.http.RateLimitFilter;
import timeline.gateway.http.Routing;
import timeline.gateway.limit.LocalBuckets;

/** Puts the gateway together: limits of addresses, token check (http-edge), user limit, routes. */
@Configuration
class GatewayConfiguration {
    /** Spring Security's filters run at -100. */
    private static final int BEFORE_TOKENS = -200;
    private static final int BEHIND_ADDRESSES = -190;
    private static final int BEHIND_TOKENS = -50;

    @Bean
    RouterFunction<ServerResponse> publicApi() {
        return Routing.of(PublicApi.routes());
    }

    @Bean
    RouterFunction<ServerResponse> apiDocument() {
        return ApiDocument.of(new ClassPathResource("openapi.yaml"));
    }

    @Bean
    ProxyExchange failoverExchange(Upstreams upstreams) {
        return new FailoverExchange(
                services().collect(Collectors.toMap(Function.identity(), upstreams::to)));
    }

    /** Decides for each service by what queues here or there. */
    @Bean
    Doors doors(Upstreams upstreams, QueueDelay own, AdmissionSettings settings, MeterRegistry meters) {
        return new PublicDoors(PublicApi.routes(), services().collect(Collectors.toMap(Function.identity(),
                service -> admission(upstreams.to(service), own, settings, meters))));
    }

    private static Admission admission(Upstream service, QueueDelay own, AdmissionSettings settings,
            MeterRegistry meters) {
        Admission admission = new Admission(settings.rules(), () -> Math.max(own.nanos(), service.queueNanos()),
                System::nanoTime);
        meters.gauge("admission.limit", Tags.of("upstream", service.service()), admission, Admission::limit);
        return admission;
    }

    private static Stream<String> services() {
        return PublicApi.routes().stream().map(Route::service).distinct();
    }

    /** Runs when the port is open and nobody else is admitted yet. */
    @Bean
    ApplicationRunner warmUp(WarmUpSettings settings, Upstreams upstreams, Serving serving,
            ServletWebServerApplicationContext context) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        WarmUp warmUp = new WarmUp(settings, services().map(upstreams::to).toList(), System::nanoTime,
                compiler == null ? () -> 0 : compiler::getTotalCompilationTime);
        return arguments -> warmUp.run(Objects.requireNonNull(context.getWebServer()).getPort(), serving.pass());
    }

    /** The user's own token goes on, not the gateway's: the services trust the issuer, not the gateway. */
    @Bean
    CallHeaders callHeaders(TraceHeaders trace) {
        return (service, header) -> {
            header.accept(Deadline.HEADER, Deadline.current().forNextService());
            trace.write(header);
        };
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> addressLimit(RateLimitSettings settings) {
        return at(BEFORE_TOKENS, buckets(settings.address()), HttpServletRequest::getRemoteAddr);
    }

    /** Whoever needs no token needs no name either, and each name costs a row in the database: they are few for each address. */
    @Bean
    FilterRegistrationBean<RateLimitFilter> anonymousLimit(RateLimitSettings settings) {
        Set<String> open = PublicApi.routes().stream().filter(route -> route.access() == Route.Access.OPEN)
                .map(route -> route.method() + " " + route.path()).collect(Collectors.toSet());
        // The servlet path is decoded, as the one that is routed by.
        return at(BEHIND_ADDRESSES, buckets(settings.anonymous()),
                request -> open.contains(request.getMethod() + " " + request.getServletPath())
                        ? request.getRemoteAddr()
                        : null);
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> userLimit(RateLimitSettings settings) {
        return at(BEHIND_TOKENS, buckets(settings.user()), request -> user());
    }

    private static RateLimiter buckets(RateLimit limit) {
        return new LocalBuckets(limit, System::nanoTime);
    }

    private static @Nullable String user() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken user
                ? user.getName()
                : null;
    }

    private static FilterRegistrationBean<RateLimitFilter> at(int order, RateLimiter limiter,
            Function<HttpServletRequest, @Nullable String> client) {
        FilterRegistrationBean<RateLimitFilter> registration = new FilterRegistrationBean<>(
                new RateLimitFilter(limiter, client));
        registration.setOrder(order);
        return registration;
    }
}
