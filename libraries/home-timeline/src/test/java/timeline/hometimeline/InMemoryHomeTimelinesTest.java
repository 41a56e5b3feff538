package timeline.hometimeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineReader.CachedPage;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Cold;
import timeline.hometimeline.HomeTimelineReader.Rebuild;
import timeline.hometimeline.HomeTimelineWriter.Taken;
import timeline.id.TweetId;
import timeline.hometimeline.CachePrimaries.Answer.Known;
import timeline.hometimeline.CachePrimaries.Answer.Unknown;
import timeline.hometimeline.CachePrimaries.Primaries;
import timeline.id.UserId;

class InMemoryHomeTimelinesTest implements HomeTimelinesContract, CachePrimariesContract {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochMilli(START));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final InMemoryHomeTimelines timelines = new InMemoryHomeTimelines(clock);

    @Override
    public HomeTimelineWriter writer() {
        return timelines;
    }

    @Override
    public HomeTimelineReader reader() {
        return timelines;
    }

    @Override
    public CachePrimaries primaries() {
        return timelines;
    }

    @Test
    void otherPrimariesAnswerAfterAFailover() {
        Primaries before = timelines.known();
        timelines.failOver();

        assertThat(timelines.known()).isNotEqualTo(before);
    }

    @Test
    void whoIsAwayDoesNotAnswer() {
        timelines.becomeUnavailableFor(user -> user.value() == 1);
        assertThat(timelines.ask(Deadline.current())).isEqualTo(new Known(timelines.known(), false));
        timelines.becomeUnavailable();
        assertThat(timelines.ask(Deadline.current())).isEqualTo(new Unknown());
        timelines.recover();
        assertThat(timelines.ask(Deadline.current())).isEqualTo(new Known(timelines.known(), true));
    }

    @Override
    public void evict(UserId user) {
        timelines.evict(user);
    }

    @Override
    public void passLease() {
        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(5)));
    }

    @Test
    void isColdAfterAFailoverSoThatLostPushesAreNotMissed() {
        UserId user = ready();
        timelines.pauseReplication();
        assertThat(timelines.push(HomeTimelinesContract.entry(1), List.of(user), Deadline.current()))
                .isEqualTo(new Taken(1, 0));

        timelines.failOver();

        assertThat(timelines.page(user, TweetId.LATEST, 20, Deadline.current())).isEqualTo(new Cold());
        assertThat(timelines.beginRebuild(user, Deadline.current())).isPresent();
    }

    @Test
    void staysColdWhenItFailsOverWhileItIsBuilt() {
        UserId user = newUser();
        Rebuild rebuild = timelines.beginRebuild(user, Deadline.current()).orElseThrow();

        timelines.failOver();

        assertThat(rebuild.finish(List.of(), TweetId.EARLIEST, Deadline.current())).isFalse();
    }

    @Test
    void isColdAfterLosingEverything() {
        UserId user = ready();
        timelines.loseEverything();

        assertThat(timelines.page(user, TweetId.LATEST, 20, Deadline.current())).isEqualTo(new Cold());
    }

    @Test
    void pushesToTheHealthyPartAndTellsWhomItMissed() {
        UserId broken = ready();
        UserId healthy = ready();
        timelines.becomeUnavailableFor(broken::equals);

        assertThat(timelines.push(HomeTimelinesContract.entry(1), List.of(broken, healthy), Deadline.current()))
                .isEqualTo(new Taken(1, 1));
        assertThatThrownBy(() -> timelines.page(broken, TweetId.LATEST, 1, Deadline.current()))
                .isInstanceOf(HomeTimelinesUnavailableException.class);

        assertThat(entries(healthy)).hasSize(1);
        timelines.recover();
        assertThat(entries(broken)).isEmpty();
    }

    @Test
    void removesFromTheHealthyPart() {
        UserId broken = ready(HomeTimelinesContract.entry(1));
        UserId healthy = ready(HomeTimelinesContract.entry(1));
        timelines.becomeUnavailableFor(broken::equals);

        timelines.remove(HomeTimelinesContract.entry(1), List.of(broken, healthy), Deadline.current());

        assertThat(entries(healthy)).isEmpty();
        timelines.recover();
        assertThat(entries(broken)).hasSize(1);
    }

    @Test
    void aPrimaryThatWasReplacedGoesOnForThoseWhoBelieveIt() {
        UserId user = ready(HomeTimelinesContract.entry(1));
        InMemoryHomeTimelines replaced = timelines.replace();

        assertThat(replaced.known()).isNotEqualTo(timelines.known());
        assertThat(replaced.push(HomeTimelinesContract.entry(2), List.of(user), Deadline.current()))
                .isEqualTo(new Taken(1, 0));
        assertThat(replaced.page(user, TweetId.LATEST, 20, Deadline.current())).isEqualTo(new CachedPage.Ready(
                List.of(HomeTimelinesContract.entry(2), HomeTimelinesContract.entry(1)), TweetId.EARLIEST));
        assertThat(timelines.page(user, TweetId.LATEST, 20, Deadline.current())).isEqualTo(new Cold());
        timelines.beginRebuild(user, Deadline.current()).orElseThrow().finish(List.of(), TweetId.EARLIEST,
                Deadline.current());
        assertThat(entries(user)).as("what the old one took is lost").containsExactly(HomeTimelinesContract.entry(1));
    }

    @Test
    void saysThatNobodyIsThere() {
        UserId user = ready();
        timelines.becomeUnavailable();

        assertThatThrownBy(() -> timelines.push(HomeTimelinesContract.entry(1), List.of(user), Deadline.current()))
                .isInstanceOf(HomeTimelinesUnavailableException.class);
    }
}
