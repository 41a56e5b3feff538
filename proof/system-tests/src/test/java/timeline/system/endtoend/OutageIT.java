package timeline.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.system.endtoend.Users.follow;
import static timeline.system.endtoend.Users.head;
import static timeline.system.endtoend.Users.post;
import static timeline.system.endtoend.Users.posts;
import static timeline.system.endtoend.Users.scroll;
import static timeline.system.endtoend.Users.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import timeline.client.Answer;
import timeline.client.Session;
import timeline.id.TweetId;
import timeline.local.Stack;
import timeline.local.Status;

/** G1, G2, G11, G12: what users see while a whole kind of component is gone or hangs, and after it is back. */
@ExtendWith(RunningStack.class)
class OutageIT {
    private static final Duration HEALED = Duration.ofSeconds(30);
    private static final Duration STARTED = Duration.ofSeconds(90);
    private static final Duration ANSWERED = Duration.ofSeconds(2);

    private final Stack stack;
    private final Session author;
    private final Session follower;
    private final Session stranger;
    /** Newest first. */
    private List<String> posted = List.of();

    OutageIT(Stack stack) {
        this.stack = stack;
        Users users = new Users(stack);
        this.author = users.somebody();
        this.follower = users.somebody();
        this.stranger = users.somebody();
    }

    @BeforeEach
    void postBeforeTheOutage() {
        follow(follower, author);
        head(follower);
        posted = new ArrayList<>(posts(author, 10));
        within(HEALED, "all tweets arrived", () -> head(follower).equals(posted));
    }

    @AfterEach
    void everythingIsBack() throws InterruptedException {
        for (Status status : stack.status()) {
            switch (status.state()) {
                case EXITED -> stack.start(status.component().name());
                case PAUSED -> stack.unpause(status.component().name());
                case RUNNING, STARTING, UNHEALTHY -> {
                }
            }
        }
        for (var component : stack.components()) {
            stack.awaitReady(component.name(), STARTED);
        }
        within(HEALED, "every tweet is in the follower's timeline, and nothing is missing any more",
                () -> scroll(follower, 100).equals(posted) && page(follower).degraded().isEmpty());
        // Each service finds a store again in its own time; that reads do says nothing of posts.
        within(HEALED, "tweets are taken again", () -> stranger.post("after the outage").isOk());
    }

    @Test
    void readsTheDatabaseWhileTheWholeCacheIsDown() throws InterruptedException {
        kill("redis");

        posted.addFirst(post(author, "without a cache"));

        assertThat(head(author)).isEqualTo(posted);
        Answer page = page(follower);
        assertThat(page.degraded()).contains("cache");
        assertThat(Users.ids(page)).isEqualTo(posted);
    }

    @Test
    void readsTheDatabaseWhileTheWholeCacheHangs() {
        pause("redis");

        posted.addFirst(post(author, "without a cache"));

        for (int n = 0; n < 20; n++) {
            assertThat(Users.ids(page(author))).isEqualTo(posted);
            Answer page = page(follower);
            assertThat(page.degraded()).contains("cache");
            assertThat(Users.ids(page)).isEqualTo(posted);
        }
    }

    @Test
    void takesTweetsWhileKafkaIsDown() throws InterruptedException {
        kill("kafka");

        posted.addFirst(post(author, "without Kafka"));

        assertThat(head(author)).isEqualTo(posted);
        assertThat(head(follower)).endsWith(whatWasThereBefore());
    }

    @Test
    void takesTweetsWhileTheFanOutIsDown() throws InterruptedException {
        kill("fanout-service");

        posted.addFirst(post(author, "without fan-out"));

        assertThat(head(author)).isEqualTo(posted);
        assertThat(head(follower)).endsWith(whatWasThereBefore());
    }

    /** What is kept of it counts on, since the tweet-services tell what they deleted without a store (G8, G11). */
    @Test
    void readsOnWhatWasReadLatelyWhileCassandraIsDown() throws InterruptedException {
        String deleted = posted.remove(4);
        assertThat(author.delete(TweetId.parse(deleted)).status()).isEqualTo(204);
        posted.addFirst(post(author, "after the delete, and so pushed after it was taken out"));
        within(HEALED, "both have arrived", () -> {
            Answer page = page(follower);
            return Users.ids(page).equals(posted) && page.header("Timeline-Source").equals(Optional.of("cache"));
        });

        kill("cassandra");

        for (int n = 0; n < 50; n++) {
            Answer page = page(follower);
            assertThat(Users.ids(page)).isEqualTo(posted);
            assertThat(page.degraded()).contains("own-tweets");
        }
    }

    @Test
    void readsTimelinesWhileTheSocialGraphIsDown() throws InterruptedException {
        kill("postgres");

        readsWithoutAGraph();
    }

    @Test
    void readsTimelinesWhileTheSocialGraphHangs() {
        pause("postgres");

        readsWithoutAGraph();
    }

    /** A follower whose timeline happens to be rebuilt meanwhile sees the new tweet already: better than promised. */
    private String[] whatWasThereBefore() {
        return posted.subList(1, posted.size()).toArray(String[]::new);
    }

    private void readsWithoutAGraph() {
        posted.addFirst(post(author, "without a graph"));

        assertThat(Users.ids(page(author))).isEqualTo(posted);
        Answer page = page(follower);
        assertThat(page.degraded()).contains("follow-graph");
        assertThat(Users.ids(page)).containsAll(posted.subList(1, posted.size()));
    }

    @Test
    void losesNothingWhenEveryServiceIsKilledAtOnce() throws InterruptedException {
        posted.addFirst(post(author, "the last one"));
        for (String service : List.of("tweet-service", "fanout-service", "timeline-service", "follow-service",
                "gateway")) {
            kill(service);
        }
    }

    @Test
    void losesNothingWhenEveryStoreIsKilledAtOnce() throws InterruptedException {
        posted.addFirst(post(author, "the last one"));
        for (String store : List.of("cassandra", "kafka", "postgres", "redis")) {
            kill(store);
        }
    }

    private static Answer page(Session reader) {
        Answer page = reader.timeline(100, Optional.empty());
        assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
        assertThat(page.took()).isLessThan(ANSWERED);
        return page;
    }

    private void kill(String kind) throws InterruptedException {
        for (String name : names(kind)) {
            stack.kill(name, "KILL");
        }
    }

    private void pause(String kind) {
        names(kind).forEach(stack::pause);
    }

    private List<String> names(String kind) {
        return stack.components().stream().filter(component -> component.kind().equals(kind))
                .map(component -> component.name()).toList();
    }
}
