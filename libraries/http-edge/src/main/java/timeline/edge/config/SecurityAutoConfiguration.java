package timeline.edge.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.HandlerMapping;
import timeline.identity.Secrets;
import timeline.edge.problem.ProblemResponse;
import timeline.edge.problem.Problems;
import timeline.edge.security.Guard;
import timeline.identity.InternalToken;
import timeline.identity.InternalTokens;
import timeline.identity.TokenSettings;

/** Who may call: users on the public paths, services on {@code /internal/**}, anybody on the management port. */
@AutoConfiguration(beforeName = {
        "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
        "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"})
@EnableConfigurationProperties(TokenSettings.class)
class SecurityAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    Secrets secrets(@Value("${timeline.secrets}") Path folder) {
        return Secrets.in(folder);
    }

    @Bean
    InternalToken internalToken(Secrets secrets, @Value("${spring.application.name}") String service, Clock clock) {
        return new InternalToken(secrets, service, clock);
    }

    @Bean
    Guard guard(TokenSettings settings, Secrets secrets, @Value("${spring.application.name}") String service,
            Problems problems, ObjectProvider<HandlerMapping> mappings, Clock clock) throws IOException {
        URI keys = settings.jwkSetUri() == null ? secrets.path(Secrets.PUBLIC_KEYS).toUri() : settings.jwkSetUri();
        var services = new InternalTokens(secrets, service, settings.leeway(), clock);
        return new Guard(settings, keys, services, problems, mappings, clock);
    }

    @Bean
    @Order(0)
    SecurityFilterChain managementAccess(HttpSecurity http, Guard guard) {
        return guard.management(http);
    }

    @Bean
    @Order(1)
    SecurityFilterChain internalAccess(HttpSecurity http, Guard guard) {
        return guard.internal(http);
    }

    @Bean
    @Order(2)
    SecurityFilterChain publicAccess(HttpSecurity http, Guard guard) {
        return guard.users(http);
    }

    /** One observation of a request is enough: the framework's, of each of its filters, cost a tenth of the CPU. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Tomcat has refused control characters in headers before; the firewall's patterns would go over each token again. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler requestRejected(Problems problems) {
        return (request, response, rejected) -> ProblemResponse.write(request, response, problems.of(rejected));
    }
}
