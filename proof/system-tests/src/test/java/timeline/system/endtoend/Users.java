package timeline.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import timeline.client.Answer;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.local.Stack;
import timeline.testkit.Await;
import tools.jackson.databind.JsonNode;

/** Users for tests, and what they do most. */
final class Users {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    /** Users outlive a stack that is kept; names must not repeat. */
    private static final String RUN = Long.toString(System.currentTimeMillis() % 2_000_000_000, 36);

    private final TimelineClient client;

    Users(Stack stack) {
        this.client = new TimelineClient(stack.gateway(), stack.url("follow-service"),
                Clock.systemUTC());
    }

    TimelineClient client() {
        return client;
    }

    Session somebody() {
        return client.register("u" + RUN + "x" + NUMBERS.incrementAndGet());
    }

    List<Session> some(int count) {
        return IntStream.range(0, count).mapToObj(n -> somebody()).toList();
    }

    /** Posts, oldest first; returns the ids, newest first. */
    static List<String> posts(Session author, int count) {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            ids.addFirst(post(author, "tweet " + n));
        }
        return ids;
    }

    static String post(Session author, String text) {
        Answer answer = author.post(text);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("tweet_id").asString("");
    }

    static void follow(Session follower, Session author) {
        assertThat(follower.follow(author.user()).status()).isEqualTo(200);
    }

    /** The ids of the first page. */
    static List<String> head(Session reader) {
        Answer page = reader.timeline(100, Optional.empty());
        assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
        return ids(page);
    }

    /** The ids of all pages. */
    static List<String> scroll(Session reader, int limit) {
        List<String> ids = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Answer page = reader.timeline(limit, cursor);
            assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
            assertThat(ids(page).size()).isLessThanOrEqualTo(limit);
            ids.addAll(ids(page));
            JsonNode next = page.body().path("next_cursor");
            cursor = next.isString() ? Optional.of(next.stringValue()) : Optional.empty();
        } while (cursor.isPresent());
        return ids;
    }

    static List<String> ids(Answer page) {
        List<String> ids = new ArrayList<>();
        for (JsonNode tweet : page.body().path("tweets")) {
            ids.add(tweet.path("tweet_id").asString(""));
        }
        return ids;
    }

    /** Waits for a fact, for as long as a promise allows. */
    static void within(Duration patience, String fact, BooleanSupplier holds) {
        Await.within(patience).until(fact, holds::getAsBoolean);
    }
}
