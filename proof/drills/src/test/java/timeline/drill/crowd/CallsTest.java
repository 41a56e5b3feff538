package timeline.drill.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.drill.crowd.Ledger.Request;
import timeline.history.Action;
import timeline.history.Operation;
import timeline.history.Outcome;
import timeline.history.Recorder;
import timeline.id.UserId;

/** A request that may be repeated has failed when repeating did not help, and not before. */
class CallsTest {
    private static final String USER = "{\"user_id\":\"7\"}";
    private static final String TOKEN = "{\"access_token\":\"a.eyJzdWIiOiI3In0.c\",\"expires_in\":900}";
    private static final String TWEET = "{\"tweet_id\":\"70000000000\"}";

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> keys = new ArrayList<>();
    /** That the next tries seem to take longer than they do. */
    private final Deque<Duration> delays = new ArrayDeque<>();
    private final PassingTime pacer = new PassingTime();
    private final Recorder recorder = new Recorder(pacer::nanoTime);
    private final Ledger ledger = new Ledger(pacer::nanoTime, Clock.systemUTC());
    private final Calls calls = new Calls(recorder, ledger, pacer, "x");
    private HttpServer server;
    private TimelineClient client;
    private Session author;

    /** @param status 0 breaks the connection off */
    private record Answer(int status, String body) {
        static Answer problem(int status, String type) {
            return new Answer(status, "{\"type\":\"urn:timeline:problem:" + type + "\",\"trace_id\":\"t\"}");
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                if (exchange.getRequestURI().getPath().equals("/v1/tweets")) {
                    keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
                }
                Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
                if (answer.status() > 0) {
                    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(answer.status(), body.length);
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
        client = new TimelineClient(List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                Clock.systemUTC(), took -> ledger.tried(took.plus(delays.isEmpty() ? Duration.ZERO : delays.remove())));
        answers.add(new Answer(201, USER));
        author = client.register("ada");
        answer(new Answer(200, TOKEN));
        author.token();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    /** In this order; the last one from then on. */
    private void answer(Answer... next) {
        answers.clear();
        answers.addAll(List.of(next));
    }

    private Request onlyRequest() {
        assertThat(ledger.requests()).hasSize(1);
        return ledger.requests().getFirst();
    }

    @Test
    void aPostIsRepeatedWithItsKeyUntilItIsKnownWhatBecameOfIt() {
        answer(Answer.problem(503, "unavailable"), new Answer(0, ""), Answer.problem(504, "timeout"),
                Answer.problem(409, "idempotency-in-flight"), Answer.problem(429, "rate-limited"),
                new Answer(201, TWEET));

        assertThat(calls.postPersistently(author)).isInstanceOf(Outcome.Posted.class);

        assertThat(keys).hasSize(6).containsOnly(keys.getFirst());
        assertThat(onlyRequest()).matches(request -> !request.hasFailed()).matches(Request::isIdempotent)
                .satisfies(request -> assertThat(request.sent()).isEqualTo(6))
                .satisfies(request -> assertThat(request.took()).isPositive());
        assertThat(recorder.history().operations()).as("each try is a call").hasSize(6)
                .extracting(Operation::action).containsOnly(new Action.Post("x 1"));
    }

    @Test
    void aPostThatNeverComesThroughHasFailedOnce() {
        answer(Answer.problem(503, "unavailable"));

        calls.postPersistently(author);

        assertThat(onlyRequest()).matches(Request::hasFailed).matches(Request::isIdempotent);
        assertThat(onlyRequest().took()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(onlyRequest().slowest()).as("of the tries").isPositive().isLessThan(Duration.ofSeconds(2));
        assertThat(onlyRequest().ending()).isEqualTo(new Ledger.Ending(503, "unavailable", "t"));
    }

    @Test
    void aPostThatIsRefusedForGoodIsNotRepeated() {
        answer(Answer.problem(422, "validation"));

        calls.postPersistently(author);

        assertThat(onlyRequest()).matches(Request::hasFailed)
                .satisfies(request -> assertThat(request.sent()).isEqualTo(1));
    }

    @Test
    void aPostWithoutAKeyIsNotIdempotent() {
        answer(Answer.problem(503, "unavailable"));

        calls.post(author);

        assertThat(keys).containsExactly("null");
        assertThat(onlyRequest()).matches(Request::hasFailed).matches(request -> !request.isIdempotent());
    }

    @Test
    void aRefusalIsToldFromAnOutage() {
        answer(Answer.problem(503, "overloaded"), Answer.problem(429, "rate-limited"),
                Answer.problem(503, "unavailable"));

        calls.readHead(author);
        calls.readHead(author);
        calls.readHead(author);

        assertThat(ledger.requests()).extracting(Request::wasRefused).containsExactly(true, true, false);
    }

    @Test
    void aTokenThatIsFetchedOnTheWayIsATryAsWell() {
        answer(new Answer(201, USER), new Answer(200, TOKEN), new Answer(200, "{}"));
        Session eve = client.register("eve");
        delays.addAll(List.of(Duration.ofSeconds(3), Duration.ZERO));

        calls.readHead(eve);

        assertThat(onlyRequest()).matches(request -> !request.hasFailed());
        assertThat(onlyRequest().slowest()).isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    void arrivalsAreCountedAsWell() {
        answer(Answer.problem(503, "unavailable"));

        calls.signIn(author);
        calls.signUp(client);

        assertThat(ledger.requests()).allMatch(Request::hasFailed).extracting(Request::path, Request::isIdempotent)
                .containsExactly(tuple("/v1/tokens", true),
                        tuple("/v1/users", false));
    }

    @Test
    void whoIsNeededIsMadeAsSoonAsThatCanBe() {
        answer(Answer.problem(503, "overloaded"), Answer.problem(503, "unavailable"), new Answer(201, USER));

        assertThat(calls.register(client, "x").user()).isEqualTo(new UserId(7));
    }

    @Test
    void whoseNameIsTakenByALostTryIsThereAlready() {
        answer(Answer.problem(503, "unavailable"), Answer.problem(409, "username-taken"),
                new Answer(200, TOKEN));

        assertThat(calls.register(client, "x").user()).isEqualTo(new UserId(7));
    }

    @Test
    void aFollowThatWasRefusedForNowIsRepeated() {
        answer(Answer.problem(503, "overloaded"), new Answer(200, TOKEN), Answer.problem(503, "unavailable"),
                new Answer(200, "{}"));

        assertThat(calls.persistently(() -> calls.follow(author, new UserId(7)))).isInstanceOf(Outcome.Done.class);
    }
}
