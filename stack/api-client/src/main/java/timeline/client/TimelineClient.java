package timeline.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import timeline.client.Addresses.Address;
import timeline.id.UserId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Talks to the gateways. A request that cannot be connected, or that a gateway did not begin because it is about to start or to stop, goes
 * on to the next gateway, whatever it is; one that was sent and not answered does when it may be repeated. Safe for use by many threads.
 */
public final class TimelineClient implements AutoCloseable {
    /** The system promises an answer within 2 s (G12); a client that gives up at once would not notice a broken promise. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long a gateway may be silent while another one can be asked instead: the other has as long. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    /** Says why a request was not begun. */
    private static final String REFUSED = "Timeline-Refused";
    /** The reasons that are this gateway's alone. That it is overloaded is not: more requests are no remedy for too many. */
    private static final Set<String> ELSEWHERE = Set.of("starting", "leaving", "late");
    /** POSTs of which a second one does nothing more than the first. */
    private static final Set<String> HARMLESS = Set.of("/v1/follow", "/v1/tokens");

    private static final JsonMapper JSON = new JsonMapper();

    private final Addresses gateways;
    private final Addresses accounts;
    private final Clock clock;
    private final Consumer<Duration> tries;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();

    /**
     * @param gateway for example {@code http://127.0.0.1:8080}
     * @param clock tells when a session's token needs renewal
     */
    public TimelineClient(URI gateway, Clock clock) {
        this(List.of(gateway), clock);
    }

    /** A client of several gateways, none of which it prefers. */
    public TimelineClient(List<URI> gateways, Clock clock) {
        this(gateways, clock, took -> {});
    }

    /**
     * A client of several gateways that tells of every single try, since a request may be several, and fetch a token first.
     *
     * @param tries hears how long each try took until it was answered, failed or was given up; on the thread that asked
     */
    public TimelineClient(List<URI> gateways, Clock clock, Consumer<Duration> tries) {
        this.gateways = new Addresses(gateways, System::nanoTime);
        this.accounts = this.gateways;
        this.clock = clock;
        this.tries = tries;
    }

    /**
     * A client that makes users and tokens past the gateway, whose rate limit rightly takes thousands of sign-ups from one address
     * for abuse.
     *
     * @param accounts the follow-service itself
     */
    public TimelineClient(URI gateway, URI accounts, Clock clock) {
        this.gateways = new Addresses(List.of(gateway), System::nanoTime);
        this.accounts = new Addresses(List.of(accounts), System::nanoTime);
        this.clock = clock;
        this.tries = took -> {};
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
        return send(gateways, method, path, token, body, headers);
    }

    private Answer send(Addresses addresses, String method, String path, @Nullable String token,
            @Nullable JsonNode body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        boolean repeatable = !method.equals("POST") || headers.containsKey(IDEMPOTENCY_KEY) || HARMLESS.contains(path);
        List<Address> asked = new ArrayList<>();
        IOException failure = new IOException("nobody was asked");
        Optional<Answer> refusal = Optional.empty();
        Optional<Address> next = addresses.choose(asked);
        while (next.isPresent()) {
            Address address = next.get();
            asked.add(address);
            boolean mayGoOn = repeatable && addresses.isAnotherGood(asked);
            try {
                Answer answer = exchange(address,
                        request.uri(address.base().resolve(path)).timeout(mayGoOn ? SILENCE : PATIENCE).build());
                if (answer.header(REFUSED).filter(ELSEWHERE::contains).isEmpty()) {
                    return answer;
                }
                addresses.failed(address);
                refusal = Optional.of(answer);
                next = addresses.choose(asked);
            } catch (IOException none) {
                addresses.failed(address);
                failure = none;
                next = repeatable || wasNotSent(none) ? addresses.choose(asked) : Optional.empty();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + method + " " + path, interrupted);
            }
        }
        if (refusal.isPresent()) {
            return refusal.get();
        }
        throw new NoAnswerException(method + " " + path, failure);
    }

    private Answer exchange(Address address, HttpRequest request) throws IOException, InterruptedException {
        address.begun();
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            return new Answer(response.statusCode(), response.headers(), read(response.body()), took);
        } finally {
            address.ended();
            tries.accept(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static boolean wasNotSent(IOException failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
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
