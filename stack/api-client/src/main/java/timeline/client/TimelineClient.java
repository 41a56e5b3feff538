package timeline.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import timeline.id.UserId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Talks to a gateway. Safe for use by many threads. */
public final class TimelineClient implements AutoCloseable {
    /** The system promises an answer within 2 s (G12); a client that gives up at once would not notice a broken promise. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final JsonMapper JSON = new JsonMapper();

    private final URI gateway;
    private final URI accounts;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();

    /**
     * @param gateway for example {@code http://127.0.0.1:8080}
     * @param clock tells when a session's token needs renewal
     */
    public TimelineClient(URI gateway, Clock clock) {
        this(gateway, gateway, clock);
    }

    /**
     * A client that makes users and tokens past the gateway, whose rate limit rightly takes thousands of sign-ups from one address
     * for abuse.
     *
     * @param accounts the follow-service itself
     */
    public TimelineClient(URI gateway, URI accounts, Clock clock) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Makes a user and a session for them.
     *
     * @throws UnexpectedAnswerException when the name is taken, or the system can't now
     */
    public Session register(String username) {
        Answer made = account("/v1/users", username);
        return new Session(this, clock, UserId.parse(made.body().path("user_id").asString("")), username);
    }

    /**
     * Makes a session for a user who exists.
     *
     * @throws UnexpectedAnswerException when there is no such user, or the system can't now
     */
    public Session signIn(String username) {
        return Session.signIn(this, clock, username);
    }

    /** Asks for a user or a token by name. */
    Answer account(String path, String username) {
        return send(accounts, "POST", path, null, object().put("username", username), Map.of()).orThrow();
    }

    /** An object to fill and send. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /**
     * Sends one request.
     *
     * @throws NoAnswerException when there is no answer
     */
    public Answer call(String method, String path, @Nullable String token, @Nullable JsonNode body) {
        return call(method, path, token, body, Map.of());
    }

    /** {@link #call(String, String, String, JsonNode)} with further headers. */
    public Answer call(String method, String path, @Nullable String token, @Nullable JsonNode body,
            Map<String, String> headers) {
        return send(gateway, method, path, token, body, headers);
    }

    private Answer send(URI base, String method, String path, @Nullable String token, @Nullable JsonNode body,
            Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            return new Answer(response.statusCode(), response.headers(), read(response.body()), took);
        } catch (IOException none) {
            throw new NoAnswerException(method + " " + path, none);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + method + " " + path, interrupted);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static JsonNode read(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
