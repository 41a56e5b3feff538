package timeline.edge.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import timeline.edge.Serving;
import timeline.edge.problem.ExceptionTranslation;
import timeline.traffic.QueueDelay;
import timeline.edge.problem.ProblemErrorController;
import timeline.edge.problem.ProblemFilter;
import timeline.edge.problem.ProblemResolver;
import timeline.edge.problem.Problems;
import timeline.edge.problem.WebExceptions;
import timeline.edge.request.AnswerHeaders;
import timeline.edge.request.BodyFilter;
import timeline.edge.request.DeadlineFilter;
import timeline.edge.security.KnownMethods;
import org.springframework.web.servlet.HandlerMapping;
import jakarta.servlet.Filter;

/** Errors, and the filters around every request. */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@EnableConfigurationProperties(HttpSettings.class)
class ProblemAutoConfiguration {
    /** Right behind the observation of the request, which begins the trace. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    Problems problems(ObjectProvider<ExceptionTranslation> services, MeterRegistry meters) {
        List<ExceptionTranslation> translations = new ArrayList<>(services.orderedStream().toList());
        translations.add(new WebExceptions());
        return new Problems(translations, meters);
    }

    @Bean
    HandlerExceptionResolver problemResolver(Problems problems) {
        return new ProblemResolver(problems);
    }

    @Bean
    ProblemErrorController problemErrorController(Problems problems) {
        return new ProblemErrorController(problems);
    }

    @Bean
    Serving serving() {
        return new Serving();
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> servesOnceReady(Serving serving) {
        return ready -> serving.begin();
    }

    @Bean
    Draining draining(ApplicationEventPublisher events, Serving serving, HttpSettings settings) {
        return new Draining(events, serving, settings.drain());
    }

    @Bean
    FilterRegistrationBean<AnswerHeaders> answerHeaders(Serving serving, QueueDelay delay, HttpSettings settings) {
        return at(FIRST, new AnswerHeaders(serving::isLeaving, settings.tellsCallers() ? delay::nanos : () -> 0));
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(Problems problems) {
        return at(FIRST + 1, new ProblemFilter(problems));
    }

    @Bean
    FilterRegistrationBean<DeadlineFilter> deadlineFilter(HttpSettings settings) {
        return at(FIRST + 3, new DeadlineFilter(settings.budget(), settings.heedsCallers()));
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(HttpSettings settings) {
        return at(FIRST + 4, new BodyFilter(settings.bodyLimit()));
    }

    @Bean
    FilterRegistrationBean<KnownMethods> knownMethods(Problems problems, ObjectProvider<HandlerMapping> mappings) {
        return at(FIRST + 5, new KnownMethods(problems, mappings));
    }

    private static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
