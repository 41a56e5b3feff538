package timeline.follow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.event.EventCodec;
import timeline.event.FollowEvent;
import timeline.event.FollowEvent.Followed;
import timeline.event.FollowEvent.Unfollowed;
import timeline.event.Topics;
import timeline.testkit.service.Answer;
import timeline.follow.config.RunningService.Session;
import timeline.follow.outbox.FollowOutbox;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.KafkaStore;
import timeline.testkit.TestStores;

/** From a follow to its event, on a real broker that is there, late, or gone for a while. */
class OutboxIT {
    private final KafkaStore kafka = TestStores.kafka();

    @Test
    void tellsEveryChangeOnceItIsCommittedAlsoAcrossAnOutageOfKafka(@TempDir Path folder) throws Exception {
        try (RunningService service = new RunningService(folder, TestStores.postgres().freshDatabase(),
                kafka.bootstrapServers())) {
            Await.that("the service is ready", () -> service.management("/actuator/health/readiness").status() == 200);
            Session fan = service.register("fan");
            Session star = service.register("star");
            Followed followed = new Followed(id(fan), id(star));
            Unfollowed unfollowed = new Unfollowed(id(fan), id(star));

            assertThat(follow(service, fan, star).status()).isEqualTo(200);
            assertThat(follow(service, fan, star).status()).isEqualTo(200);
            assertThat(unfollow(service, fan, star).status()).isEqualTo(200);
            Await.that("the events are published and forgotten", () -> backlog(service) == 0);
            assertThat(events()).containsExactly(followed, unfollowed);
            assertTopic();
            Await.that("both are counted as published promptly",
                    () -> metric(service, "outbox_published_total") == 2);
            assertThat(metric(service, "outbox_unsettled_total")).isZero();
            assertThat(metric(service, "outbox_relayed_total")).isZero();

            kafka.node().kill();
            for (int i = 0; i < 3; i++) {
                assertQuick(follow(service, fan, star));
                assertQuick(unfollow(service, fan, star));
            }
            assertThat(backlog(service)).isEqualTo(6);
            Await.that("the backlog shows in the metrics",
                    () -> metric(service, "outbox_events") == 6 && metric(service, "outbox_left_to_relay_total") > 0);
            assertThat(service.management("/actuator/health/readiness").status()).isEqualTo(200);

            kafka.node().start();
            Await.within(Duration.ofSeconds(60)).until("the relay has published the rest", () -> backlog(service) == 0);
            Await.that("it is counted", () -> metric(service, "outbox_relayed_total") > 0);
            // At least once: an attempt before the outage was noticed may have arrived as well.
            assertThat(events()).filteredOn(followed::equals).hasSizeGreaterThanOrEqualTo(4);
            assertThat(events()).filteredOn(unfollowed::equals).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    private static void assertQuick(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.took()).isLessThan(Duration.ofMillis(1_500));
    }

    private void assertTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(admin.describeTopics(List.of(Topics.FOLLOWS)).allTopicNames().get().values())
                    .flatExtracting(TopicDescription::partitions).hasSize(6);
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, Topics.FOLLOWS);
            assertThat(admin.describeConfigs(List.of(resource)).all().get().values().iterator().next()
                    .get("retention.ms").value())
                    .isEqualTo(Long.toString(Duration.ofDays(7).toMillis()));
        }
    }

    /** All events of the topic, from its beginning to its present end. */
    private List<FollowEvent> events() {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.FOLLOWS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<FollowEvent> events = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false).forEach(record -> {
                    FollowEvent event = EventCodec.decodeFollowEvent(record.value());
                    assertThat(record.key()).isEqualTo(EventCodec.key(event.author()));
                    events.add(unnumbered(event));
                });
            }
            return events;
        }
    }

    /** Whichever follow of the edge it is. */
    private static FollowEvent unnumbered(FollowEvent event) {
        return event instanceof Followed followed && followed.number().isPresent()
                ? new Followed(followed.follower(), followed.author())
                : event;
    }

    private static double metric(RunningService service, String name) {
        return service.management("/actuator/prometheus").body().lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    private static long backlog(RunningService service) {
        return service.bean(FollowOutbox.class).backlog().entries();
    }

    private static UserId id(Session session) {
        return UserId.parse(session.userId());
    }

    private static Answer follow(RunningService service, Session follower, Session followee) {
        return service.call("POST", "/v1/follow", follower.token(),
                "{\"target_user_id\":\"" + followee.userId() + "\"}");
    }

    private static Answer unfollow(RunningService service, Session follower, Session followee) {
        return service.call("DELETE", "/v1/follow/" + followee.userId(), follower.token(), "");
    }
}
