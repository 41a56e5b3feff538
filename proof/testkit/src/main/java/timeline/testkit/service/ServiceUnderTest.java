package timeline.testkit.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import timeline.identity.Secrets;
import timeline.identity.AccessTokenIssuer;
import timeline.identity.InternalToken;
import timeline.identity.TokenSettings;
import timeline.id.UserId;
import timeline.testkit.Await;

/** A service in this JVM, on free ports, with secrets of its own. Each module's tests add the calls that they make. */
public class ServiceUnderTest implements AutoCloseable {
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Secrets secrets;
    private final ConfigurableApplicationContext context;
    // By default the client asks to go on with HTTP/2 in its first requests, and many at once fail at that.
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).build();

    /**
     * Starts a service; it listens when this returns, {@link #awaitReady} waits for its stores.
     *
     * @param application as {@code new SpringApplicationBuilder(TheService.class)}
     * @param folder of the secrets, which instances of one test may share
     * @param settings {@code key=value}
     */
    protected ServiceUnderTest(SpringApplicationBuilder application, Path folder, List<String> settings) {
        try {
            this.secrets = Secrets.in(folder).generateMissing();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        Stream<String> own = Stream.of("server.port=0", "management.server.port=0", "timeline.secrets=" + folder);
        // As command line arguments: they win over application.yml, which default properties do not.
        this.context = application.run(
                Stream.concat(own, settings.stream()).map(setting -> "--" + setting).toArray(String[]::new));
    }

    public void awaitReady() {
        Await.within(START).until("the service is ready",
                () -> management("/actuator/health/readiness").status() == 200);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** An access token of a user, who is called {@code user} and the id. */
    public String token(UserId user) {
        return new AccessTokenIssuer(secrets, bean(TokenSettings.class), TOKEN_LIFE, Clock.systemUTC()).issue(user,
                "user" + user);
    }

    /** A token of another service for this one. */
    public String internalToken(String caller) {
        String service = context.getEnvironment().getRequiredProperty("spring.application.name");
        return new InternalToken(secrets, caller, Clock.systemUTC()).to(service);
    }

    public Answer management(String path) {
        return send("local.management.port", "GET", path, "", "");
    }

    /** @param token none when empty; likewise the body */
    public Answer call(String method, String path, String token, String body, String... headers) {
        return send("local.server.port", method, path, token, body, headers);
    }

    private Answer send(String port, String method, String path, String token, String body, String... headers) {
        URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body(),
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
