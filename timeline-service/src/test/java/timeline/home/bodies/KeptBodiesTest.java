package timeline.home.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.ManualClock;
import timeline.tweetstore.Tweet;

class KeptBodiesTest {
    private static final TweetId ID = new TweetId(5);
    private static final Tweet TWEET = new Tweet(ID, new UserId(2), "a", "text", List.of());

    private final AtomicLong nanos = new AtomicLong(1_000);
    private final ManualClock clock = ManualClock.at("2026-01-01T00:00:00Z");
    private final KnownDeletions known = new KnownDeletions(clock, nanos::get);
    private final KeptBodies bodies = new KeptBodies(known, nanos::get, 100);

    @Test
    void aBodyCountsForAMomentWhateverIsKnown() {
        keep(nanos.get());

        pass(KeptBodies.ALWAYS.minusNanos(1));
        assertThat(counts()).isTrue();
        pass(Duration.ofNanos(1));
        assertThat(counts()).isFalse();
    }

    @Test
    void itCountsForTenMinutesWhileEveryDeletionIsKnown() {
        keep(nanos.get());

        pass(KeptBodies.LIFE.minusNanos(1));
        complete();
        assertThat(counts()).isTrue();
        pass(Duration.ofNanos(1));
        complete();
        assertThat(counts()).isFalse();
    }

    /** By the clock that says more: a machine that was suspended may have stopped the other one. */
    @Test
    void nothingIsKnownAnyMoreNineTenthsOfASecondAfterARoundBegan() {
        keep(nanos.get());
        pass(Duration.ofMinutes(1));
        complete();

        pass(KnownDeletions.CURRENT.minusNanos(1));
        assertThat(counts()).isTrue();
        pass(Duration.ofNanos(1));
        assertThat(counts()).isFalse();
        complete();
        assertThat(counts()).as("known again").isTrue();
        clock.advance(KnownDeletions.CURRENT);
        assertThat(counts()).as("suspended").isFalse();
    }

    @Test
    void aDeletedOneNeverCountsAgain() {
        keep(nanos.get());
        known.tell(List.of(ID), List.of());
        complete();

        assertThat(counts()).isFalse();
        assertThat(bodies.dropped()).isOne();
    }

    /** The look-up began before the delete, and ends after it was told. */
    @Test
    void aSlowLookUpBringsNothingBack() {
        long began = nanos.get();
        pass(Duration.ofMillis(300));
        known.tell(List.of(ID), List.of());
        pass(Duration.ofMillis(300));
        keep(began);
        complete();

        assertThat(counts()).isFalse();
    }

    /** Its outcome was not known, so it may come minutes after it was told. */
    @Test
    void aDeleteThatTakesEffectLateIsNotForgottenMeanwhile() {
        known.tell(List.of(), List.of(ID));
        pass(Duration.ofSeconds(1));
        keep(nanos.get());
        pass(KeptBodies.ALWAYS);
        complete();

        assertThat(counts()).isFalse();
    }

    @Test
    void whatWasLookedUpBeforeAnInstanceForgotWhatItHadDeletedCountsNoMore() {
        keep(nanos.get());
        long beganBefore = nanos.get();
        pass(Duration.ofMillis(100));
        known.ruleOutEverything();
        complete();
        assertThat(counts()).isFalse();
        keep(beganBefore);
        assertThat(counts()).as("on its way meanwhile").isFalse();

        pass(Duration.ofNanos(1));
        keep(nanos.get());
        assertThat(counts()).as("looked up since").isTrue();
    }

    /** Whatever is told of the same delete later, by whichever instance. */
    @Test
    void whatIsCertainStaysCertain() {
        known.tell(List.of(), List.of(ID));
        assertThat(bodies.isGone(ID)).as("in doubt").isFalse();
        known.tell(List.of(ID), List.of());
        known.tell(List.of(), List.of(ID));

        assertThat(bodies.isGone(ID)).isTrue();
        assertThat(bodies.isGone(new TweetId(6))).isFalse();
    }

    /** Memory for what was told is bounded; beyond it all bodies go. */
    @Test
    void whenTooMuchWasToldNothingIsBelieved() {
        keep(nanos.get());
        known.tell(java.util.stream.LongStream.rangeClosed(100, 100 + KnownDeletions.MOST_TOLD)
                .mapToObj(TweetId::new).toList(), List.of());
        complete();

        assertThat(counts()).isFalse();
    }

    @Test
    void anOlderLookUpDoesNotReplaceANewerOne() {
        long older = nanos.get();
        pass(Duration.ofMillis(500));
        keep(nanos.get());
        keep(older);

        pass(Duration.ofMillis(600));
        assertThat(counts()).isTrue();
    }

    private boolean counts() {
        return bodies.counting(List.of(ID)).containsKey(ID);
    }

    private void keep(long began) {
        bodies.keep(Map.of(ID, TWEET), began);
    }

    private void complete() {
        known.completed(new KnownDeletions.Round(nanos.get(), clock.instant()));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
