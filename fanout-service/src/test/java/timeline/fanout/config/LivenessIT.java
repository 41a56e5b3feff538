package timeline.fanout.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import timeline.fanout.InMemoryFollowGraph;
import timeline.testkit.TestStores;
import timeline.tweetstore.InMemoryTweets;

/** A consumer that has ended by itself must not hide behind a process that looks healthy. */
@Timeout(90)
class LivenessIT {
    @BeforeAll
    static void startStores() {
        TestStores.kafka();
        TestStores.redisCluster();
    }

    @Test
    void dependsOnNoStoreButOnTheConsumers(@TempDir Path folder) {
        try (FollowServiceStub graph = new FollowServiceStub(new InMemoryFollowGraph(1, InstantSource.system()));
                RunningFanout service = new RunningFanout(folder, graph.url(),
                        new InMemoryTweets(InstantSource.system()))) {
            assertThat(service.management("/actuator/health/liveness").status()).isEqualTo(200);
            ConsumerWatch watch = service.bean(ConsumerWatch.class);

            watch.onStopped(new ConsumerStoppedEvent(this, this, Reason.NORMAL));
            assertThat(service.management("/actuator/health/liveness").status()).isEqualTo(200);

            watch.onStopped(new ConsumerStoppedEvent(this, this, Reason.ERROR));
            assertThat(service.management("/actuator/health/liveness").status()).isEqualTo(503);
        }
    }
}
