package timeline.system.input;

import static org.assertj.core.api.Assertions.assertThat;
import static java.util.Map.entry;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import timeline.local.Stack;
import timeline.local.Status.State;
import timeline.system.endtoend.RunningStack;
import timeline.testkit.Await;

/**
 * G12, G14: the table of bad input, sent to a whole stack: when all is well, without the cache and without the graph's database.
 * Whatever happens, the answer is one that the API's description allows, comes within two seconds, and a refusal changes nothing.
 */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputTableIT {
    /** Described, and not to be seen here. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            entry(" 429", "takes more requests in a second than a busy machine makes: RateLimitTest"),
            entry(" 500", "nothing is known to lead there"),
            entry(" 504", "an answer that comes too late for its deadline: FailoverTest"),
            entry("describe 503", "nothing but too many requests at once leads there"),
            entry("clock-skew", "takes a clock that is set back: SnowflakeTest"),
            entry("content-rejected", "takes a list of words: PostTweetTest"),
            entry("follow-limit", "takes 5,000 users: FollowStoreContract"),
            entry("overloaded", "takes more requests at once than the heap holds: OutageTest"),
            entry("internal", "nothing is known to lead there"),
            entry("timeout", "FailoverTest"),
            entry("rate-limited", "RateLimitTest"));

    private static final Set<String> OPEN = Set.of("register", "issueToken");

    private final Stack stack;
    private final Arena arena;
    private final Wire wire;

    BadInputTableIT(Stack stack) {
        this.stack = stack;
        this.arena = new Arena(stack);
        this.wire = new Wire(arena.port());
    }

    @AfterAll
    void hangUp() throws IOException {
        wire.close();
    }

    @AfterEach
    void everythingIsBack() throws InterruptedException {
        for (var status : stack.status()) {
            if (status.state() == State.EXITED) {
                stack.start(status.component().name());
            } else if (status.state() == State.PAUSED) {
                stack.unpause(status.component().name());
            }
        }
        for (var component : stack.components()) {
            stack.awaitReady(component.name(), Duration.ofSeconds(90));
        }
        Await.within(Duration.ofSeconds(30)).until("every call is served again",
                () -> arena.calls().all().stream().allMatch(call -> answer(call).status() < 500));
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> refusesBadInput() {
        return table(true, true);
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> refusesBadInputWithoutTheCache() throws InterruptedException {
        kill("redis");
        return table(false, true);
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> refusesBadInputWithoutTheGraph() throws InterruptedException {
        kill("postgres");
        return table(false, false);
    }

    @Test
    @Order(4)
    void saysThatItCannotAnswerWhileTweetsAreOutOfReach() throws Exception {
        RawRequest keyed = arena.calls().post("{\"text\":\"twice\"}").with("Idempotency-Key: twice");
        stack.pause("cassandra");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> twice = List.of(threads.submit(() -> arena.ask(keyed)),
                    threads.submit(() -> arena.ask(keyed)));
            List<Integer> statuses = new ArrayList<>();
            for (Future<Reply> reply : twice) {
                statuses.add(reply.get().status());
            }
            assertThat(statuses).containsExactlyInAnyOrder(409, 503);
        }
        for (RawRequest call : arena.calls().all()) {
            assertThat(answer(call).status()).as(call.operation()).isIn(200, 204, 404, 409, 503);
        }
        // What was shown lately is shown on, for as long as the tweet-service tells what it has deleted.
        stack.pause("tweet-service");
        Await.within(Duration.ofSeconds(10)).until("nothing is shown that may be deleted",
                () -> answer(arena.calls().timeline("")).status() == 503);
    }

    @Test
    @Order(5)
    void waitsForNoBodyLongerThanPromised() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Reply>> replies = new LinkedHashMap<>();
            for (RawRequest call : arena.calls().all()) {
                RawRequest begun = call.without("Content-Length").with("Content-Length: 100");
                replies.put(call.operation(), threads.submit(() -> arena.ask(begun)));
            }
            for (var reply : replies.entrySet()) {
                assertThat(reply.getValue().get().status()).as(reply.getKey())
                        .isEqualTo(reply.getKey().equals("describe") ? 200 : 408);
            }
        }
    }

    @Test
    @Order(6)
    void answersARepeatedPostAsTheFirst() {
        RawRequest post = arena.calls().post("{\"text\":\"once\"}").with("Idempotency-Key: once");
        Reply first = answer(post);
        Reply again = answer(post);
        Reply other = answer(post.withJson("{\"text\":\"another\"}"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.header("idempotent-replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(arena.player().possessions(false)).containsOnlyOnce(first.json().path("tweet_id").asString());
    }

    @Test
    @Order(7)
    void makesAUserOnce() {
        RawRequest register = arena.calls().register("{\"username\":\"" + Arena.freshName() + "\"}");

        assertThat(answer(register).status()).isEqualTo(201);
        assertThat(answer(register).status()).isEqualTo(409);
    }

    @Test
    @Order(8)
    void hasSeenEveryAnswerThatIsDescribed() {
        var unseen = new TreeSet<>(arena.contract().unseen());
        unseen.removeIf(answer -> ELSEWHERE.keySet().stream().anyMatch(answer::endsWith));

        assertThat(unseen).isEmpty();
    }

    /** @param graph whether profiles and follows can be read: then the checks see them, too */
    private Stream<DynamicTest> table(boolean healthy, boolean graph) {
        List<Row> rows = arena.rows();
        Map<String, List<Row>> refused = rows.stream().filter(Row::isRefused).collect(
                Collectors.groupingBy(row -> row.request().operation(), LinkedHashMap::new, Collectors.toList()));
        Stream<DynamicTest> refusals = refused.entrySet().stream()
                .flatMap(group -> refusals(group.getKey(), group.getValue(), healthy, graph));
        return Stream.concat(refusals, rows.stream().filter(row -> !row.isRefused()).map(row -> test(row, healthy)));
    }

    /** All refusals of one call, then a look at whether they changed anything. */
    private Stream<DynamicTest> refusals(String operation, List<Row> rows, boolean healthy, boolean graph) {
        List<String> before = possessions(graph);
        return Stream.concat(rows.stream().map(row -> test(row, healthy)),
                Stream.of(dynamicTest(operation + ": nothing has changed",
                        () -> assertThat(possessions(graph)).isEqualTo(before))));
    }

    /** In the first moment of an outage a page may not be had. */
    private List<String> possessions(boolean graph) {
        return Await.within(Duration.ofSeconds(20)).value("the player's own can be read",
                () -> Optional.of(arena.player().possessions(graph)));
    }

    private DynamicTest test(Row row, boolean healthy) {
        return dynamicTest(row.toString(), () -> {
            Reply reply = answer(row.request());
            List<Integer> statuses = new ArrayList<>(row.statuses());
            if (!healthy) {
                statuses.add(503);
            }
            assertThat(reply.status()).as("%s%n%s", row.request(), reply).isIn(statuses);
            if (!row.problem().isEmpty() && reply.status() != 503 && !reply.text().isEmpty()) {
                assertThat(reply.problem()).as("%s%n%s", row.request(), reply).isEqualTo(row.problem());
            }
        });
    }

    private Reply answer(RawRequest request) {
        try {
            // Strangers are allowed few calls from one address.
            return OPEN.contains(request.operation()) ? arena.ask(request) : arena.checked(request, wire.send(request));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(request.toString(), unreadable);
        }
    }

    private void kill(String kind) throws InterruptedException {
        for (var component : stack.components()) {
            if (component.kind().equals(kind)) {
                stack.kill(component.name(), "KILL");
            }
        }
    }
}
