package timeline.tweet.config;

import static org.assertj.core.api.Assertions.assertThat;

import timeline.testkit.Together;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import timeline.id.Snowflake;
import timeline.id.UserId;
import timeline.testkit.TestStores;
import timeline.testkit.service.Answer;

/** One key, many requests, two instances. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyIT {
    private static final String KEY = "Idempotency-Key";
    private static final String HELLO = "{\"text\":\"hello\"}";

    private Path secrets;
    private String keyspace;
    private RunningService one;
    private RunningService two;

    @BeforeAll
    void start(@TempDir Path folder) {
        secrets = folder;
        keyspace = TestStores.cassandra().freshKeyspace();
        one = new RunningService(secrets, keyspace).ready();
        two = new RunningService(secrets, keyspace).ready();
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void aHundredRequestsAtOnceAreOneTweet() {
        UserId author = new UserId(3_001);
        List<Answer> answers = Together.run(100,
                number -> (number % 2 == 0 ? one : two).post(author, HELLO, KEY, "burst"));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409).contains(201);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).extracting(Answer::problem)
                .containsOnly("idempotency-in-flight");
        Set<String> ids = answers.stream().filter(answer -> answer.status() == 201)
                .map(answer -> answer.json().path("tweet_id").asString()).collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(one.get(author, "/v1/users/" + author + "/tweets").json().path("tweets").size()).isEqualTo(1);
    }

    @Test
    void aRepetitionGetsTheSameAnswerFromEveryInstance() {
        UserId author = new UserId(3_002);
        Answer first = one.post(author, HELLO, KEY, "again");
        Answer second = two.post(author, HELLO, KEY, "again");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void aRepetitionAfterARestartGetsTheSameAnswer() {
        UserId author = new UserId(3_003);
        Answer first;
        try (RunningService shortLived = new RunningService(secrets, keyspace).ready()) {
            first = shortLived.post(author, HELLO, KEY, "restart");
        }
        assertThat(one.post(author, HELLO, KEY, "restart").body()).isEqualTo(first.body());
    }

    @Test
    void theSameKeyForAnotherTweetIsRefused() {
        UserId author = new UserId(3_004);
        one.post(author, HELLO, KEY, "other");
        Answer other = two.post(author, "{\"text\":\"goodbye\"}", KEY, "other");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aRefusedRequestDoesNotUseItsKeyUp() {
        UserId author = new UserId(3_005);
        assertThat(one.post(author, "{\"text\":\"\"}", KEY, "refused").status()).isEqualTo(422);
        assertThat(one.post(author, HELLO, KEY, "refused").status()).isEqualTo(201);
    }

    @Test
    void aDeletedTweetDoesNotComeBackByARepetition() {
        UserId author = new UserId(3_006);
        String tweet = one.post(author, HELLO, KEY, "deleted").header("Location");
        one.delete(author, tweet);

        assertThat(two.post(author, HELLO, KEY, "deleted").header("Location")).isEqualTo(tweet);
        assertThat(two.get(author, tweet).status()).isEqualTo(404);
    }

    @Test
    void twoInstancesMintUnderDifferentWorkerIds() {
        long first = Long.parseLong(one.posted(new UserId(3_007), "one"));
        long second = Long.parseLong(two.posted(new UserId(3_007), "two"));

        assertThat(Snowflake.worker(first)).isNotEqualTo(Snowflake.worker(second));
    }
}
