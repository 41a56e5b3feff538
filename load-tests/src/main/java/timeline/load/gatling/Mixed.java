package timeline.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.SplittableRandom;

/** The whiteboard's mix: a thousand reads for each post. */
public final class Mixed extends Simulation {
    private static final double READS_PER_POST = 1_000;

    private final Readers users = Settings.readers();
    private final ScenarioBuilder readers = scenario("readers").feed(users.feeder(new SplittableRandom()))
            .exec(Requests.readTimeline());
    private final ScenarioBuilder authors = scenario("authors").feed(users.feeder(new SplittableRandom()))
            .exec(Requests.postTweet());

    public Mixed() {
        double posts = Settings.requestsPerSecond() / (READS_PER_POST + 1);
        setUp(readers.injectOpen(constantUsersPerSec(Settings.requestsPerSecond() - posts).during(Settings.duration())),
                authors.injectOpen(constantUsersPerSec(posts).during(Settings.duration())))
                .protocols(Requests.gateway()).assertions(Requests.PROMISES);
    }

    @Override
    public void before() {
        users.start();
    }

    @Override
    public void after() {
        users.close();
    }
}
