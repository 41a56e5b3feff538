package timeline.tweet.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import timeline.id.UserId;
import timeline.testkit.TestStores;
import timeline.testkit.service.Answer;
import timeline.testkit.service.ServiceUnderTest;

/** The service on the tests' Cassandra and Kafka. */
final class RunningService extends ServiceUnderTest {
    /** @param folder of the secrets, which instances of one test share */
    RunningService(Path folder, String keyspace, String... settings) {
        super(new SpringApplicationBuilder(TweetServiceApplication.class), folder,
                Stream.concat(stores(keyspace).stream(), Stream.of(settings)).toList());
    }

    private static List<String> stores(String keyspace) {
        return List.of("timeline.cassandra.contact-points=" + TestStores.cassandra().contactPoint(),
                "timeline.cassandra.datacenter=" + TestStores.cassandra().datacenter(),
                "timeline.cassandra.keyspace=" + keyspace,
                "spring.kafka.bootstrap-servers=" + TestStores.kafka().bootstrapServers());
    }

    RunningService ready() {
        awaitReady();
        return this;
    }

    Answer post(UserId author, String body, String... headers) {
        return call("POST", "/v1/tweets", token(author), body, headers);
    }

    /** Posts a plain text; the tweet's id. */
    String posted(UserId author, String text) {
        Answer answer = post(author, "{\"text\":\"" + text + "\"}");
        if (answer.status() != 201) {
            throw new AssertionError(answer);
        }
        return answer.json().path("tweet_id").asString();
    }

    Answer get(UserId caller, String path) {
        return call("GET", path, token(caller), "");
    }

    Answer delete(UserId caller, String path) {
        return call("DELETE", path, token(caller), "");
    }
}
