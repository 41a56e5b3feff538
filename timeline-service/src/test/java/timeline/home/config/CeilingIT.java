package timeline.home.config;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.home.config.Stores.newUser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import timeline.home.client.StubFollowService;
import timeline.home.config.RunningService.Page;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.service.Answer;
import timeline.tweetstore.Tweet;

/** Nobody fans out here: what is posted is owed, in a real Cassandra, and shown all the same, unless that is switched off. */
@Timeout(120)
class CeilingIT {
    private static final String PATH = "/internal/v1/ceiling";

    private static Stores stores;
    private static StubFollowService followService;
    private static RunningService service;

    private final UserId reader = newUser();
    private final UserId author = newUser();

    @BeforeAll
    static void start(@TempDir Path folder) {
        stores = new Stores();
        followService = new StubFollowService();
        service = new RunningService(folder, stores.settings(followService.url()));
        service.awaitReady();
    }

    @AfterAll
    static void stop() {
        service.close();
        followService.close();
        stores.close();
    }

    @Test
    void showsWhatNobodyDelivers() {
        followService.follow(reader, author);
        stores.publish(author, reader);
        Await.that("the timeline is cached",
                () -> service.first(reader).header("Timeline-Source").equals("cache"));
        Tweet owed = stores.post(author);

        Page mended = Await.within(Duration.ofSeconds(10)).value("it is shown", () -> Optional
                .of(service.first(reader)).filter(page -> page.tweets().contains(owed.id().toString())));
        assertThat(mended.header("Timeline-Source")).isEqualTo("mixed");
        assertThat(mended.degraded()).isEmpty();
        assertThat(service.first(reader).header("Timeline-Source")).as("it was added").isEqualTo("cache");
        assertThat(service.management("/actuator/prometheus").body()).contains("timeline_reads_mended_total",
                "timeline_owed_entries", "timeline_owed_age_seconds", "timeline_list_age_seconds");
    }

    @Test
    void isSwitchedWhileItRunsByTheOperatorAlone() {
        assertThat(turn("off", service.internalToken("operator")).status()).isEqualTo(200);
        assertThat(service.call("GET", PATH, service.internalToken("operator")).json().path("ceiling").asString())
                .isEqualTo("off");
        assertThat(turn("on", service.internalToken("operator")).json().path("ceiling").asString()).isEqualTo("on");

        assertThat(turn("perhaps", service.internalToken("operator")).status()).isEqualTo(422);
        assertThat(turn("off", service.token(reader)).status()).isEqualTo(401);
        assertThat(turn("off", "").status()).isEqualTo(401);
    }

    private static Answer turn(String position, String token) {
        return service.call("PUT", PATH, token, "{\"ceiling\":\"" + position + "\"}");
    }
}
