package timeline.tweet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.deadline.Deadline;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.StoreNode;
import timeline.testkit.TestStores;
import timeline.testkit.service.Answer;

/** Cassandra is late, dies, or freezes: never a 201 then, an honest 503 within the 2 s of G12, and nothing acknowledged is lost. */
class CassandraOutageIT {
    private static final UserId ADA = new UserId(5_001);
    private static final String HELLO = "{\"text\":\"hello\"}";
    private static final String READINESS = "/actuator/health/readiness";

    private final StoreNode cassandra = TestStores.cassandra().node();
    private final String keyspace = TestStores.cassandra().freshKeyspace();

    @Test
    void startsBeforeCassandraAndIsReadyWhenThatComes(@TempDir Path secrets) {
        cassandra.kill();
        try (RunningService service = new RunningService(secrets, keyspace)) {
            try {
                assertThat(service.management("/actuator/health/liveness").status()).isEqualTo(200);
                Answer readiness = service.management(READINESS);
                assertThat(readiness.status()).isEqualTo(503);
                assertThat(readiness.body()).contains("Cassandra was not reached yet");
                assertUnavailable(service.post(ADA, HELLO));
                assertUnavailable(service.post(ADA, HELLO, "Idempotency-Key", "early"));
                assertUnavailable(service.get(ADA, "/v1/tweets/1"));
            } finally {
                cassandra.start();
            }
            service.ready();
            assertThat(service.post(ADA, HELLO, "Idempotency-Key", "early").status()).isEqualTo(201);
        }
    }

    @Test
    void answers503WhileCassandraIsDeadAndLosesNothing(@TempDir Path secrets) {
        try (RunningService service = new RunningService(secrets, keyspace).ready()) {
            String acknowledged = service.posted(ADA, "before the kill");
            cassandra.kill();
            try {
                for (int i = 0; i < 3; i++) {
                    assertUnavailable(service.post(ADA, HELLO));
                    assertUnavailable(service.post(ADA, HELLO, "Idempotency-Key", "dead"));
                    assertUnavailable(service.get(ADA, "/v1/tweets/" + acknowledged));
                    assertUnavailable(service.delete(ADA, "/v1/tweets/" + acknowledged));
                }
                assertThat(service.management("/actuator/health/liveness").status()).isEqualTo(200);
            } finally {
                cassandra.start();
            }
            Await.that("posts are taken again", () -> service.post(ADA, HELLO).status() == 201);
            assertThat(service.get(ADA, "/v1/tweets/" + acknowledged).status()).isEqualTo(200);
        }
    }

    @Test
    void answers503InTimeWhileCassandraIsFrozenAndOneKeyStaysOneTweet(@TempDir Path secrets) {
        UserId author = new UserId(5_002);
        try (RunningService service = new RunningService(secrets, keyspace).ready()) {
            service.posted(ADA, "warm");
            cassandra.pause();
            try {
                assertUnavailable(service.post(author, HELLO, "Idempotency-Key", "frozen"));
                assertUnavailable(service.post(author, HELLO, "Idempotency-Key", "frozen"));
                assertUnavailable(service.get(author, "/v1/tweets/1"));
            } finally {
                cassandra.unpause();
            }
            Await.that("the repetition is answered", () -> {
                Answer answer = service.post(author, HELLO, "Idempotency-Key", "frozen");
                return answer.status() == 201;
            });
            AtomicReference<Answer> page = new AtomicReference<>();
            Await.that("the author's page is answered", () -> {
                page.set(service.get(author, "/v1/users/" + author + "/tweets"));
                return page.get().status() == 200;
            });
            // At once: the 201 says that the tweet is there for everybody, although its batch was not confirmed in time (G2).
            assertThat(page.get().json().path("tweets").size()).as(page.get().body()).isEqualTo(1);
        }
    }

    /** A keyed post is up to five statements, each with a time-out of its own; together they end with the request. */
    @Test
    void endsWhenItsCallerHasNoTimeLeft(@TempDir Path secrets) {
        try (RunningService service = new RunningService(secrets, keyspace).ready()) {
            assertThat(service.post(ADA, HELLO, "Idempotency-Key", "warm").status()).isEqualTo(201);
            cassandra.pause();
            try {
                Answer answer = service.post(ADA, HELLO, "Idempotency-Key", "hurry", Deadline.HEADER, "200");

                assertUnavailable(answer);
                // 900 ms without: a transaction that is not answered, and a look at what became of it.
                assertThat(answer.took()).isLessThan(Duration.ofMillis(700));
            } finally {
                cassandra.unpause();
            }
        }
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(2));
    }
}
