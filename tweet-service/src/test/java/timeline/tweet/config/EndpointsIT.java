package timeline.tweet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.TestStores;
import timeline.testkit.service.Answer;
import tools.jackson.databind.JsonNode;

/** The table of endpoints, over HTTP, against real stores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointsIT {
    private static final String DELETIONS = "/internal/v1/deletions";
    private static final UserId ADA = new UserId(1_001);
    private static final UserId BOB = new UserId(1_002);
    private static final UserId SILENT = new UserId(1_003);
    private static final UserId NOBODY = new UserId(1_004);

    private FollowServiceStub followService = new FollowServiceStub(ADA, BOB, SILENT);
    private RunningService service;

    @BeforeAll
    void start(@TempDir Path secrets) {
        service = new RunningService(secrets, TestStores.cassandra().freshKeyspace(),
                "timeline.follow-service.urls=" + followService.url(), "timeline.moderation.words=forbidden").ready();
    }

    @AfterAll
    void stop() {
        service.close();
        followService.close();
    }

    @Test
    void aPostedTweetIsShownAsItWasPosted() {
        Answer posted = service.post(ADA,
                "{\"text\":\"Zoe\u0308 \uD83D\uDE00 <b>\",\"media_ids\":[\"cat-1\",\"dog_2\"]}");

        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
        String id = posted.json().path("tweet_id").asString();
        assertThat(posted.header("Location")).isEqualTo("/v1/tweets/" + id);
        assertThat(posted.headers().firstValue("Idempotent-Replayed")).isEmpty();
        JsonNode shown = service.get(BOB, "/v1/tweets/" + id).json();
        assertThat(shown.path("tweet_id").asString()).isEqualTo(id);
        assertThat(shown.path("user_id").asString()).isEqualTo("1001");
        assertThat(shown.path("username").asString()).isEqualTo("user1001");
        assertThat(shown.path("text").asString()).isEqualTo("Zoë \uD83D\uDE00 <b>");
        assertThat(shown.path("media_ids").valueStream().map(JsonNode::asString)).containsExactly("cat-1", "dog_2");
        assertThat(shown.path("created_at").asString()).isEqualTo(posted.json().path("created_at").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(shown.propertyNames()).containsExactlyInAnyOrder("tweet_id", "user_id", "username", "text",
                "media_ids", "created_at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"\"}", "{}", "{\"text\":null}", "{\"text\":\" \\u200B\\n\"}",
            "{\"text\":\"a\\u0000\"}",
            "{\"text\":\"a\\rb\"}", "{\"text\":\"ok\",\"media_ids\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}",
            "{\"text\":\"ok\",\"media_ids\":[\"a b\"]}", "{\"text\":\"ok\",\"media_ids\":[null]}"})
    void aFieldWithABadValueIs422(String body) {
        Answer answer = service.post(ADA, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("validation");
        assertThat(answer.json().path("errors").size()).isEqualTo(1);
    }

    @Test
    void twoHundredEightyCodePointsAreATweetAndOneMoreIsNot() {
        assertThat(service.post(ADA, "{\"text\":\"" + "\uD83D\uDE00".repeat(280) + "\"}").status()).isEqualTo(201);
        assertThat(service.post(ADA, "{\"text\":\"" + "\uD83D\uDE00".repeat(281) + "\"}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "1", "{\"text\":1}", "{\"text\":\"a\",\"text\":\"b\"}",
            "{\"text\":\"a\",\"tweet_id\":\"1\"}", "{\"text\":\"a\",\"author_id\":\"1\"}", "{\"text\":\"\\uD800\"}",
            "{\"text\":\"a\",\"media_ids\":\"x\"}", "{\"text\":\"a\",\"media_ids\":[1]}", "{\"text\":[\"a\"]}"})
    void aBodyOfAnotherShapeIs400(String body) {
        Answer answer = service.post(ADA, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-body");
    }

    @Test
    void moderationRefusesAWordOfItsList() {
        Answer answer = service.post(ADA, "{\"text\":\"this is Forbidden.\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("content-rejected");
    }

    @ParameterizedTest
    @CsvSource({"POST,/v1/tweets", "GET,/v1/tweets/1", "DELETE,/v1/tweets/1", "GET,/v1/users/1/tweets"})
    void everythingNeedsAToken(String method, String path) {
        Answer answer = service.call(method, path, "", method.equals("POST") ? "{\"text\":\"x\"}" : "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthorized");
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/tweets/abc", "GET,/v1/tweets/0", "GET,/v1/tweets/-1", "GET,/v1/tweets/007",
            "GET,/v1/tweets/9223372036854775808", "DELETE,/v1/tweets/1e3", "GET,/v1/users/x/tweets",
            "GET,/v1/users/1001/tweets?limit=0", "GET,/v1/users/1001/tweets?limit=101",
            "GET,/v1/users/1001/tweets?limit=abc", "GET,/v1/users/1001/tweets?limit=",
            "GET,/v1/users/1001/tweets?limit=1&limit=2"})
    void aBadIdOrParameterIs400(String method, String path) {
        Answer answer = service.call(method, path, service.token(ADA), "");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-parameter");
    }

    @Test
    void anUnknownTweetIs404() {
        assertThat(service.get(ADA, "/v1/tweets/12345").problem()).isEqualTo("not-found");
        assertThat(service.delete(ADA, "/v1/tweets/12345").problem()).isEqualTo("not-found");
    }

    @Test
    void onlyItsAuthorDeletesATweetAndMayRepeatIt() {
        String tweet = "/v1/tweets/" + service.posted(ADA, "to be deleted");

        assertThat(service.delete(BOB, tweet).status()).isEqualTo(403);
        assertThat(service.delete(BOB, tweet).problem()).isEqualTo("forbidden");
        assertThat(service.get(BOB, tweet).status()).isEqualTo(200);
        assertThat(service.delete(ADA, tweet).status()).isEqualTo(204);
        assertThat(service.get(BOB, tweet).status()).isEqualTo(404);
        assertThat(service.get(ADA, tweet).status()).isEqualTo(404);
        assertThat(service.delete(ADA, tweet).status()).isEqualTo(204);
        assertThat(service.delete(BOB, tweet).status()).isEqualTo(404);
    }

    /** The reading service's, with its own token; and to a stranger there is no such path. */
    @Test
    void aDeletedTweetIsToldToWhoAsksWhatWasDeleted() {
        String reads = service.internalToken("timeline-service");
        JsonNode before = service.call("GET", DELETIONS, reads, "").json();
        String tweet = service.posted(ADA, "to be told");
        service.delete(ADA, "/v1/tweets/" + tweet);

        JsonNode told = service.call("GET", DELETIONS + "?epoch=" + before.path("epoch").asLong() + "&after="
                + before.path("newest").asLong(), reads, "").json();
        assertThat(told.path("continues").asBoolean()).isTrue();
        assertThat(told.path("deleted").valueStream().map(JsonNode::asString)).containsOnly(tweet);
        assertThat(service.call("GET", DELETIONS + "?epoch=1&after=-1", reads, "").status()).isEqualTo(400);
        assertThat(service.call("GET", DELETIONS, service.token(ADA), "").status()).isEqualTo(401);
        assertThat(service.call("GET", DELETIONS, "", "").status()).isEqualTo(401);
    }

    @Test
    void eventsArePublishedInTheirOrderAndTheOutboxIsEmptied() {
        UserId author = new UserId(1_100);
        TweetId first = TweetId.parse(service.posted(author, "first"));
        TweetId second = TweetId.parse(service.posted(author, "second"));
        service.delete(author, "/v1/tweets/" + first);

        try (TweetsTopicReader topic = new TweetsTopicReader()) {
            Await.passes("the events are published", () -> assertThat(topic.undatedEventsOf(author)).containsExactly(
                    new TweetPosted(first, author), new TweetPosted(second, author), new TweetDeleted(first, author)));
            assertThat(topic.eventsOf(author)).filteredOn(TweetPosted.class::isInstance)
                    .allSatisfy(event -> assertThat(((TweetPosted) event).writtenAt()).isPresent());
            assertThat(topic.partitions()).isEqualTo(6);
        }
        Await.that("the outbox is empty", () -> service.management("/actuator/prometheus").body().lines()
                .anyMatch(line -> line.startsWith("outbox_events{") && line.endsWith(" 0.0")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7, 100})
    void theUserTimelineIsWalkedToItsEndNewestFirst(int limit) {
        UserId author = new UserId(2_000 + limit);
        List<String> newestFirst = IntStream.range(0, 7).mapToObj(i -> service.posted(author, "tweet " + i)).toList()
                .reversed();
        service.delete(author, "/v1/tweets/" + newestFirst.get(3));
        List<String> live = new ArrayList<>(newestFirst);
        live.remove(3);

        List<String> walked = new ArrayList<>();
        String path = "/v1/users/" + author + "/tweets?limit=" + limit;
        int pages = 0;
        for (String cursor = ""; cursor != null; pages++) {
            JsonNode page = service.get(BOB, path + cursor).json();
            StreamSupport.stream(page.path("tweets").spliterator(), false)
                    .forEach(tweet -> walked.add(tweet.path("tweet_id").asString()));
            JsonNode next = page.path("next_cursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        }

        assertThat(walked).isEqualTo(live);
        assertThat(pages).isEqualTo(Math.ceilDiv(live.size(), limit));
    }

    @Test
    void theTimelineOfASilentUserIsEmptyAndOfNobodyIs404() {
        Answer silent = service.get(ADA, "/v1/users/" + SILENT + "/tweets");
        assertThat(silent.status()).as(silent.body()).isEqualTo(200);
        assertThat(silent.body()).isEqualTo("{\"tweets\":[],\"next_cursor\":null}");
        assertThat(service.get(ADA, "/v1/users/" + NOBODY + "/tweets").problem()).isEqualTo("not-found");
    }

    @Test
    void aCursorIsGoodForItsCallerAndItsListOnly() {
        UserId author = new UserId(1_300);
        service.posted(author, "one");
        service.posted(author, "two");
        String list = "/v1/users/" + author + "/tweets?limit=1";
        String cursor = service.get(ADA, list).json().path("next_cursor").asString();

        assertThat(service.get(ADA, list + "&cursor=" + cursor).status()).isEqualTo(200);
        assertThat(service.get(BOB, list + "&cursor=" + cursor).problem()).isEqualTo("invalid-cursor");
        assertThat(service.get(ADA, "/v1/users/" + ADA + "/tweets?cursor=" + cursor).problem())
                .isEqualTo("invalid-cursor");
        assertThat(service.get(ADA, list + "&cursor=" + cursor.substring(1)).problem()).isEqualTo("invalid-cursor");
        assertThat(service.get(ADA, list + "&cursor=").problem()).isEqualTo("invalid-cursor");
    }

    @ParameterizedTest
    // Not a letter beyond ASCII: Java's client sends a question mark instead, which is a good key.
    @ValueSource(strings = {"", " ", "with space", "with\ttab",
            "0123456789012345678901234567890123456789012345678901234567890123x"})
    void aBadIdempotencyKeyIs400(String key) {
        Answer answer = service.post(ADA, "{\"text\":\"x\"}", "Idempotency-Key", key);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-parameter");
    }

    @Test
    void metricsTellTheStagesOfTheWritePath() {
        service.posted(ADA, "measured");

        assertThat(service.management("/actuator/prometheus").body())
                .contains("stage_seconds{", "work=\"tweet-write\"", "stage=\"store\"", "quantile=\"0.99\"",
                        "outbox_age_seconds");
    }
}
