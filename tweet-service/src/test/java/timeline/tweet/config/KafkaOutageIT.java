package timeline.tweet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.event.TweetEvent;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.KafkaStore;
import timeline.testkit.TestStores;
import timeline.testkit.service.Answer;

/** Kafka dies, freezes or is not there yet: tweets are taken all the same, and their events arrive when it is back (G1, ADR 0002). */
class KafkaOutageIT {
    private final KafkaStore kafka = TestStores.kafka();
    private final String keyspace = TestStores.cassandra().freshKeyspace();

    @Test
    void tweetsAreTakenWhileKafkaIsDeadAndTheRelayPublishesThem(@TempDir Path secrets) {
        UserId author = new UserId(4_001);
        try (RunningService service = new RunningService(secrets, keyspace).ready()) {
            List<TweetEvent> owed = new ArrayList<>(List.of(post(service, author)));
            awaitPublished(author, owed);
            kafka.node().kill();
            try {
                for (int i = 0; i < 30; i++) {
                    owed.add(post(service, author));
                }
                Await.that("the outbox's gauge tells", () -> gauge(service, "outbox_events{") >= 30
                        && gauge(service, "outbox_age_seconds{") > 1);
            } finally {
                kafka.node().start();
            }
            awaitPublished(author, owed);
            Await.that("the outbox is empty", () -> gauge(service, "outbox_events{") == 0);
        }
    }

    @Test
    void tweetsAreTakenAtFullSpeedWhileKafkaIsFrozen(@TempDir Path secrets) {
        UserId author = new UserId(4_002);
        try (RunningService service = new RunningService(secrets, keyspace).ready()) {
            List<TweetEvent> owed = new ArrayList<>(List.of(post(service, author)));
            awaitPublished(author, owed);
            kafka.node().pause();
            try {
                for (int i = 0; i < 30; i++) {
                    owed.add(post(service, author));
                }
            } finally {
                kafka.node().unpause();
            }
            awaitPublished(author, owed);
        }
    }

    @Test
    void whatOneProcessOwedTheNextOnePublishes(@TempDir Path secrets) {
        UserId author = new UserId(4_003);
        List<TweetEvent> owed = new ArrayList<>();
        kafka.node().kill();
        try {
            try (RunningService first = new RunningService(secrets, keyspace).ready()) {
                owed.add(post(first, author));
                owed.add(post(first, author));
            }
        } finally {
            kafka.node().start();
        }
        try (RunningService second = new RunningService(secrets, keyspace)) {
            awaitPublished(author, owed);
            second.ready();
        }
    }

    private static TweetEvent post(RunningService service, UserId author) {
        Answer answer = service.post(author, "{\"text\":\"hello\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.took()).as("nobody waits for Kafka").isLessThan(Duration.ofSeconds(1));
        return new TweetPosted(TweetId.parse(answer.json().path("tweet_id").asString()), author);
    }

    private static void awaitPublished(UserId author, List<TweetEvent> owed) {
        try (TweetsTopicReader topic = new TweetsTopicReader()) {
            Await.within(Duration.ofSeconds(40)).untilPasses("all owed events are in the topic",
                    () -> assertThat(new HashSet<>(topic.undatedEventsOf(author))).containsAll(owed)
                            .hasSize(owed.size()));
        }
    }

    private static double gauge(RunningService service, String name) {
        return service.management("/actuator/prometheus").body().lines().filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).findFirst().orElse(-1);
    }
}
