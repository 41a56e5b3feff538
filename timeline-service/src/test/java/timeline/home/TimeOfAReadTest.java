package timeline.home;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.home.Scene.user;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.home.TimelineAnswer.Page;
import timeline.home.TimelineAnswer.Reason;
import timeline.home.TimelineAnswer.Unavailable;
import timeline.hometimeline.HomeTimelineBackfill;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.hometimeline.redis.RedisSettings;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.cassandra.CassandraSettings;

/** What is left to one store when others have used up their time, by the defaults of the settings. */
class TimeOfAReadTest {
    private static final UserId READER = user(1);
    private static final UserId AUTHOR = user(2);

    private static final List<String> NODE = List.of("127.0.0.1:1");
    private static final Duration OF_THE_CACHE = RedisSettings.of(NODE).readTimeout();
    private static final Duration OF_A_STATEMENT = new CassandraSettings(NODE, "here", "timeline", 1).readTimeout();
    private static final Duration OF_THE_GRAPH = Duration.ofMillis(450);

    private final Scene scene = new Scene();
    private final Tweet tweet = published();

    @AfterEach
    void close() {
        scene.close();
    }

    /** G11: only when Cassandra does not answer either is there no timeline. */
    @Test
    void aSilentCacheLeavesTheDatabaseTheTimeOfAStatementThoughTheGraphIsSlowToo() {
        HomeTimeline timeline = scene.with(silentReader(), silentWriter());
        Duration afterTheGraph = ReadLimits.DEFAULT.budget().minus(OF_THE_GRAPH);

        TimelineAnswer first = timeline.read(READER, TweetId.LATEST, 20, scene.in(afterTheGraph));
        TimelineAnswer owed = timeline.read(READER, TweetId.LATEST, 20, scene.in(afterTheGraph));

        assertThat(List.of(first, owed)).as("the second has to add first what the first one showed")
                .allSatisfy(answer -> assertThat(answer).isInstanceOfSatisfying(Page.class,
                        page -> assertThat(page.tweets()).containsExactly(tweet)));
        assertThat(scene.tweets.lastLeftFor(AUTHOR)).isGreaterThanOrEqualTo(OF_A_STATEMENT);
    }

    @Test
    void withoutTimeToAskTheDatabaseThereIsNoAnswerRatherThanAnEmptyPage() {
        TimelineAnswer answer = scene.homeTimeline.read(READER, TweetId.LATEST, 20, scene.in(Duration.ZERO));

        assertThat(answer).isInstanceOfSatisfying(Unavailable.class,
                unavailable -> assertThat(unavailable.reason()).isEqualTo(Reason.STORE));
    }

    private Tweet published() {
        scene.follow(READER, AUTHOR);
        return scene.publish(AUTHOR);
    }

    private HomeTimelineReader silentReader() {
        return new HomeTimelineReader() {
            @Override
            public CachedPage page(UserId user, TweetId before, int limit, Deadline deadline) {
                throw silence(deadline);
            }

            @Override
            public Optional<Rebuild> beginRebuild(UserId user, Deadline deadline) {
                throw silence(deadline);
            }
        };
    }

    private HomeTimelineBackfill silentWriter() {
        return (entries, completeFrom, followers, deadline) -> {
            throw silence(deadline);
        };
    }

    /** It is waited for, by the scene's clock, as long as its client waits. */
    private HomeTimelinesUnavailableException silence(Deadline deadline) {
        scene.pass(deadline.atMost(OF_THE_CACHE));
        return new HomeTimelinesUnavailableException("it is silent", null);
    }
}
