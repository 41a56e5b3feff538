package timeline.home.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.calls.UpstreamSettings;
import timeline.calls.Upstreams;
import timeline.deadline.Deadline;
import timeline.home.FollowGraphUnavailableException;
import timeline.home.Following;
import timeline.home.client.StubFollowService.Mood;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.settings.SettingsContract;

class FollowServiceGraphTest {
    private static final UserId READER = new UserId(1);
    private static final UserId AUTHOR = new UserId(2);
    private static final UserId CELEBRITY = new UserId(3);

    private final List<Upstreams> closed = new ArrayList<>();
    private final StubFollowService followService = new StubFollowService();
    private final FollowServiceGraph graph = graph(1_000_000);

    @AfterEach
    void close() {
        closed.forEach(Upstreams::close);
        followService.close();
    }

    @Test
    void readsFolloweesAndWhoIsPulled() {
        followService.follow(READER, AUTHOR);
        followService.follow(READER, CELEBRITY);
        followService.pull(CELEBRITY);

        Following following = graph.current(READER, Deadline.current());

        assertThat(following.all()).containsExactly(AUTHOR, CELEBRITY);
        assertThat(following.pulledBefore(TweetId.LATEST)).containsExactly(Map.entry(CELEBRITY, TweetId.LATEST));
    }

    @Test
    void readsUpToWhichTweetAnAuthorOnTheWayOutIsPulled() {
        followService.follow(READER, CELEBRITY);
        followService.pullBefore(CELEBRITY, new TweetId(900));

        Following following = graph.current(READER, Deadline.current());

        assertThat(following.pulledBefore(TweetId.LATEST)).containsExactly(Map.entry(CELEBRITY, new TweetId(900)));
        assertThat(following.pushed()).containsExactly(CELEBRITY);
    }

    @Test
    void asksEveryTimeButReadsOnlyNews() {
        followService.follow(READER, AUTHOR);
        Following first = graph.current(READER, Deadline.current());
        Following same = graph.current(READER, Deadline.current());
        followService.unfollow(READER, AUTHOR);
        Following changed = graph.current(READER, Deadline.current());

        assertThat(same).isSameAs(first);
        assertThat(changed.all()).isEmpty();
        assertThat(followService.notModified.get()).isEqualTo(1);
        assertThat(followService.whole.get()).isEqualTo(2);
    }

    @Test
    void remembersTheLastAnswerForBadDays() {
        followService.follow(READER, AUTHOR);
        graph.current(READER, Deadline.current());
        for (Mood mood : new Mood[]{Mood.BROKEN, Mood.MUTE}) {
            followService.become(mood);

            long began = System.nanoTime();
            assertThatThrownBy(() -> graph.current(READER, Deadline.current()))
                    .isInstanceOf(FollowGraphUnavailableException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
            assertThat(graph.lastKnown(READER).orElseThrow().all()).containsExactly(AUTHOR);
            assertThat(graph.lastKnown(CELEBRITY)).isEmpty();
        }
    }

    @Test
    void forgetsAnswersThatTakeTooMuchMemory() {
        FollowServiceGraph forgetful = graph(0);
        followService.follow(READER, AUTHOR);

        forgetful.current(READER, Deadline.current());
        forgetful.current(READER, Deadline.current());

        assertThat(followService.whole.get()).as("read anew, and right").isEqualTo(2);
    }

    private FollowServiceGraph graph(long bytes) {
        UpstreamSettings settings = SettingsContract.of(UpstreamSettings.class).bind(Map.of());
        Upstreams upstreams = new Upstreams(
                Map.of("timeline.follow-service.urls", followService.url())::get, settings, (service, headers) -> {},
                new SimpleMeterRegistry());
        closed.add(upstreams);
        return new FollowServiceGraph(upstreams.to("follow-service"), Duration.ofMillis(450), bytes);
    }
}
