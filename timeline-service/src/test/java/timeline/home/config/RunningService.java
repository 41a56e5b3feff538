package timeline.home.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import timeline.chassis.Secrets;
import timeline.chassis.security.AccessTokenIssuer;
import timeline.chassis.security.TokenSettings;
import timeline.id.UserId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service in this JVM, on free ports, with secrets of its own. */
final class RunningService implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final AccessTokenIssuer issuer;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    RunningService(Path folder, List<String> settings) {
        try {
            Secrets secrets = Secrets.in(folder).generateMissing();
            issuer = new AccessTokenIssuer(secrets,
                    new TokenSettings(null, "timeline-dev", "timeline-api", Duration.ofSeconds(60),
                            Duration.ofMinutes(10), List.of()),
                    Duration.ofMinutes(15), Clock.systemUTC());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        List<String> all = new ArrayList<>(
                List.of("server.port=0", "management.server.port=0", "timeline.secrets=" + folder));
        all.addAll(settings);
        // As command line arguments: they win over application.yml, which default properties do not.
        String[] arguments = all.stream().map(setting -> "--" + setting).toArray(String[]::new);
        this.context = new SpringApplicationBuilder(TimelineService.class).run(arguments);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String token(UserId user) {
        return issuer.issue(user, "user" + user);
    }

    Answer first(UserId reader) {
        return timeline(reader, "");
    }

    /** @param query as {@code ?limit=7}, or empty */
    Answer timeline(UserId reader, String query) {
        return send("local.server.port", "GET", "/v1/timeline" + query, token(reader));
    }

    Answer management(String path) {
        return send("local.management.port", "GET", path, "");
    }

    /** @param token none when empty */
    Answer call(String method, String path, String token, String... headers) {
        return send("local.server.port", method, path, token, headers);
    }

    private Answer send(String port, String method, String path, String token, String... headers) {
        URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).method(method,
                BodyPublishers.noBody());
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

    record Answer(int status, HttpHeaders headers, String body, Duration took) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        List<String> tweets() {
            return json().path("tweets").valueStream().map(tweet -> tweet.path("tweet_id").asString()).toList();
        }

        /** Empty at the end. */
        String next() {
            JsonNode next = json().path("next_cursor");
            return next.isNull() ? "" : next.asString();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        Set<String> degraded() {
            return Stream.of(header("Timeline-Degraded").split(", ")).filter(label -> !label.isEmpty())
                    .collect(Collectors.toSet());
        }

        /** The last part of a problem's type; empty when this is no problem. */
        String problem() {
            return header("Content-Type").startsWith("application/problem+json")
                    ? json().path("type").asString().replace("urn:timeline:problem:", "")
                    : "";
        }
    }
}
