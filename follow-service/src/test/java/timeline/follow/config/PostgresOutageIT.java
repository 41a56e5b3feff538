package timeline.follow.config;

import static org.assertj.core.api.Assertions.assertThat;

import timeline.testkit.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.testkit.service.Answer;
import timeline.follow.config.RunningService.Session;
import timeline.testkit.Await;
import timeline.testkit.PostgresStore;
import timeline.testkit.PostgresStore.Database;
import timeline.testkit.TestStores;

/** PostgreSQL is late, dies, or freezes: the service says so at once, and is back when PostgreSQL is. */
class PostgresOutageIT {
    private static final String READINESS = "/actuator/health/readiness";
    private static final String LIVENESS = "/actuator/health/liveness";

    private final PostgresStore postgres = TestStores.postgres();

    @Test
    void startsWithoutItsDatabaseAndIsReadyWhenThatComes(@TempDir Path folder) {
        Database database = postgres.freshDatabase();
        postgres.node().kill();
        try (RunningService service = new RunningService(folder, database, "127.0.0.1:1")) {
            assertThat(service.management(LIVENESS).status()).isEqualTo(200);
            Answer readiness = service.management(READINESS);
            assertThat(readiness.status()).isEqualTo(503);
            assertThat(readiness.body()).contains("\"reason\"");
            assertUnavailable(service.call("POST", "/v1/tokens", "", "{\"username\":\"ada\"}"), Duration.ofSeconds(1));

            postgres.node().start();
            Await.that("the service is ready", () -> service.management(READINESS).status() == 200);
            assertThat(service.register("ada").token()).isNotEmpty();
        }
    }

    @Test
    void answersWithinASecondWhileTheDatabaseIsDeadAndRecovers(@TempDir Path folder) {
        try (RunningService service = new RunningService(folder, postgres.freshDatabase(), "127.0.0.1:1")) {
            Session ada = readyWithAda(service);
            postgres.node().kill();
            service.management(READINESS);
            for (int i = 0; i < 3; i++) {
                assertUnavailable(service.call("GET", "/v1/users/" + ada.userId(), ada.token(), ""),
                        Duration.ofSeconds(1));
            }
            assertThat(service.management(READINESS).status()).isEqualTo(503);
            assertThat(service.management(LIVENESS).status()).isEqualTo(200);
            postgres.node().start();
            assertRecovers(service, ada);
        }
    }

    @Test
    void answersInLessThanTwoSecondsWhileTheDatabaseIsFrozenAndRecovers(@TempDir Path folder) {
        try (RunningService service = new RunningService(folder, postgres.freshDatabase(), "127.0.0.1:1")) {
            Session ada = readyWithAda(service);
            // Fills the pool, so that requests meet connections that were used a moment ago.
            Together.run(32, number -> service.call("GET", "/v1/users/" + ada.userId(), ada.token(), ""));
            postgres.node().pause();
            try {
                List<Answer> answers = Together.run(32,
                        number -> service.call("GET", "/v1/users/" + ada.userId(), ada.token(), ""));
                answers.forEach(answer -> assertUnavailable(answer, Duration.ofMillis(1_900)));
                assertUnavailable(service.call("POST", "/v1/follow", ada.token(), "{\"target_user_id\":\"77\"}"),
                        Duration.ofMillis(1_900));
            } finally {
                postgres.node().unpause();
            }
            assertRecovers(service, ada);
        }
    }

    private static Session readyWithAda(RunningService service) {
        Await.that("the service is ready", () -> service.management(READINESS).status() == 200);
        return service.register("ada");
    }

    private static void assertRecovers(RunningService service, Session ada) {
        Await.within(Duration.ofSeconds(10)).until("the service has recovered",
                () -> service.call("GET", "/v1/users/" + ada.userId(), ada.token(), "").status() == 200);
        Await.that("the service is ready again", () -> service.management(READINESS).status() == 200);
    }

    private static void assertUnavailable(Answer answer, Duration bound) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.took()).isLessThan(bound);
    }
}
