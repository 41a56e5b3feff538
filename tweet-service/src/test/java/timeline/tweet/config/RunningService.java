package timeline.tweet.config;

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
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import timeline.chassis.Secrets;
import timeline.chassis.security.AccessTokenIssuer;
import timeline.chassis.security.TokenSettings;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.TestStores;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service in this JVM, on free ports. */
final class RunningService implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;
    private final AccessTokenIssuer issuer;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** @param folder of the secrets, which instances of one test share */
    RunningService(Path folder, String keyspace, String... settings) {
        Secrets secrets = secrets(folder);
        List<String> all = new ArrayList<>(List.of("server.port=0", "management.server.port=0",
                "timeline.secrets=" + folder,
                "timeline.cassandra.contact-points=" + TestStores.cassandra().contactPoint(),
                "timeline.cassandra.datacenter=" + TestStores.cassandra().datacenter(),
                "timeline.cassandra.keyspace=" + keyspace,
                "spring.kafka.bootstrap-servers=" + TestStores.kafka().bootstrapServers()));
        all.addAll(List.of(settings));
        // As command line arguments: they win over application.yml, which default properties do not.
        String[] arguments = all.stream().map(setting -> "--" + setting).toArray(String[]::new);
        this.context = new SpringApplicationBuilder(TweetServiceApplication.class).run(arguments);
        this.issuer = new AccessTokenIssuer(secrets, bean(TokenSettings.class), Duration.ofMinutes(15),
                Clock.systemUTC());
    }

    private static Secrets secrets(Path folder) {
        try {
            return Secrets.in(folder).generateMissing();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    RunningService ready() {
        Await.within(Duration.ofSeconds(60)).until("the service is ready",
                () -> management("/actuator/health/readiness").status() == 200);
        return this;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String token(UserId user) {
        return issuer.issue(user, "user" + user);
    }

    Answer post(UserId author, String body, String... headers) {
        return call("POST", "/v1/tweets", token(author), body, headers);
    }

    /** Posts a plain text; the tweet's id. */
    String posted(UserId author, String text) {
        Answer answer = post(author, "{\"text\":\"" + text + "\"}");
        if (answer.status() != 201) {
            throw new AssertionError(answer);
        }
        return answer.json().path("tweet_id").asString();
    }

    Answer get(UserId caller, String path) {
        return call("GET", path, token(caller), "");
    }

    Answer delete(UserId caller, String path) {
        return call("DELETE", path, token(caller), "");
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

    record Answer(int status, HttpHeaders headers, String body, Duration took) {
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
