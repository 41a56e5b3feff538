package timeline.follow.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import timeline.chassis.Secrets;
import timeline.chassis.security.InternalToken;
import timeline.testkit.PostgresStore.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service in this JVM, on free ports, with secrets of its own. */
final class RunningService implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    final Secrets secrets;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    RunningService(Path folder, String jdbcUrl, String bootstrapServers, String... settings) {
        try {
            this.secrets = Secrets.in(folder).generateMissing();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        List<String> all = new ArrayList<>(List.of("server.port=0", "management.server.port=0",
                "timeline.secrets=" + folder, "spring.datasource.url=" + jdbcUrl, "spring.datasource.username=timeline",
                "spring.datasource.password=any", "spring.kafka.bootstrap-servers=" + bootstrapServers));
        all.addAll(List.of(settings));
        // As command line arguments: they win over application.yml, which default properties do not.
        String[] arguments = all.stream().map(setting -> "--" + setting).toArray(String[]::new);
        this.context = new SpringApplicationBuilder(FollowServiceApplication.class).run(arguments);
    }

    RunningService(Path folder, Database database, String bootstrapServers, String... settings) {
        this(folder, database.jdbcUrl(), bootstrapServers, settings);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Registers a user and issues a token for it. */
    Session register(String username) {
        String body = "{\"username\":\"" + username + "\"}";
        Answer user = call("POST", "/v1/users", "", body);
        Answer token = call("POST", "/v1/tokens", "", body);
        return new Session(user.json().path("user_id").asString(), token.json().path("access_token").asString());
    }

    /** A call of another service. */
    Answer internal(String method, String path, String body, String... headers) {
        return call(method, path,
                new InternalToken(secrets.key(Secrets.INTERNAL_KEY), "fanout-service", Clock.systemUTC()).current(),
                body,
                headers);
    }

    Answer management(String path) {
        return send("local.management.port", "GET", path, "", "");
    }

    /** @param token none when empty; likewise the body */
    Answer call(String method, String path, String token, String body, String... headers) {
        return send("local.server.port", method, path, token, body, headers);
    }

    private Answer send(String port, String method, String path, String token, String body, String... headers) {
        URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).method(method,
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
            var response = client.send(request.build(), BodyHandlers.ofString());
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

    /** A user and their token. */
    record Session(String userId, String token) {}

    record Answer(int status, java.net.http.HttpHeaders headers, String body, Duration took) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The last part of a problem's type; empty when this is no problem. */
        String problem() {
            return header("Content-Type").startsWith("application/problem+json")
                    ? json().path("type").asString().replace("urn:timeline:problem:", "")
                    : "";
        }
    }
}
