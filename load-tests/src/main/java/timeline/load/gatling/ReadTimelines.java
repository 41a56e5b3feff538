package timeline.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.SplittableRandom;

/** Users who read their home timelines, at a steady rate (open model: a slow answer does not slow the others down). */
public final class ReadTimelines extends Simulation {
    private final Readers users = Settings.readers();
    private final ScenarioBuilder readers = scenario("readers").feed(users.feeder(new SplittableRandom()))
            .exec(Requests.readTimeline());

    public ReadTimelines() {
        setUp(readers.injectOpen(constantUsersPerSec(Settings.requestsPerSecond()).during(Settings.duration())))
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
