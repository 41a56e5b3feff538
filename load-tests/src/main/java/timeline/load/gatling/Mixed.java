package timeline.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;

/** The whiteboard's mix: a thousand reads for each post. */
public final class Mixed extends Simulation {
    private static final double READS_PER_POST = 1_000;

    private final ScenarioBuilder readers = scenario("readers").feed(csv(Settings.users()).random())
            .exec(Requests.readTimeline());
    private final ScenarioBuilder authors = scenario("authors").feed(csv(Settings.users()).random())
            .exec(Requests.postTweet());

    public Mixed() {
        double posts = Settings.requestsPerSecond() / (READS_PER_POST + 1);
        setUp(readers.injectOpen(constantUsersPerSec(Settings.requestsPerSecond() - posts).during(Settings.duration())),
                authors.injectOpen(constantUsersPerSec(posts).during(Settings.duration())))
                .protocols(Requests.gateway()).assertions(Requests.PROMISES);
    }
}
