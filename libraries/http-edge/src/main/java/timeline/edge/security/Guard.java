package timeline.edge.security;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerMapping;
import timeline.edge.problem.Problems;
import timeline.identity.AccessTokens;
import timeline.identity.PublicKeys;
import timeline.identity.TokenSettings;

/** The three doors of a service and what opens each; a token for one opens no other (G14). */
public final class Guard {
    private final TokenSettings settings;
    private final JwtDecoder userTokens;
    private final JwtDecoder internalTokens;
    private final ProblemEntryPoint entryPoint;

    public Guard(TokenSettings settings, URI publicKeys, JwtDecoder internalTokens, Problems problems,
            ObjectProvider<HandlerMapping> mappings, InstantSource clock) throws IOException {
        this.settings = settings;
        this.userTokens = new AccessTokens(new PublicKeys(publicKeys, settings), settings, clock);
        this.internalTokens = internalTokens;
        this.entryPoint = new ProblemEntryPoint(problems, new KnownPaths(mappings));
    }

    /** The management port: health and metrics, no token. It is not published, and the public port has no such paths. */
    public SecurityFilterChain management(HttpSecurity http) {
        return bare(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }

    /** {@code /internal/**}: other services. */
    public SecurityFilterChain internal(HttpSecurity http) {
        return withTokens(http.securityMatcher("/internal/**"), internalTokens, List.of());
    }

    /** Everything else: users, except for the open calls. */
    public SecurityFilterChain users(HttpSecurity http) {
        return withTokens(http, userTokens, settings.open().stream().map(Guard::call).toList());
    }

    private SecurityFilterChain withTokens(HttpSecurity http, JwtDecoder tokens, List<RequestMatcher> open) {
        return bare(http)
                .oauth2ResourceServer(
                        server -> server.bearerTokenResolver(new BearerHeader()).jwt(jwt -> jwt.decoder(tokens))
                                .authenticationEntryPoint(entryPoint).accessDeniedHandler(entryPoint))
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR).permitAll();
                    requests.requestMatchers("/error").permitAll();
                    requests.requestMatchers(open.toArray(RequestMatcher[]::new)).permitAll();
                    requests.anyRequest().authenticated();
                }).exceptionHandling(errors -> errors.authenticationEntryPoint(entryPoint)
                        .accessDeniedHandler(entryPoint))
                .build();
    }

    /** Without sessions, cookies, forms and redirects there is nothing for their protections to protect. */
    private static HttpSecurity bare(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable).headers(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /** {@code "POST /v1/users"} as a matcher. */
    private static RequestMatcher call(String methodAndPath) {
        String[] parts = methodAndPath.split(" ", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("timeline.security.open: 'METHOD /path' is expected: " + methodAndPath);
        }
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.valueOf(parts[0]), parts[1]);
    }
}
