package timeline.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static timeline.fanout.Stage.AUTHOR;
import static timeline.fanout.Stage.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.event.FollowEvent.Followed;
import timeline.event.FollowEvent.Unfollowed;
import timeline.event.TweetEvent.TweetPosted;
import timeline.fanout.FanoutOutcome.BackfillOwed;
import timeline.fanout.FanoutOutcome.Backfilled;
import timeline.fanout.FanoutOutcome.Ignored;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.id.TweetId;

class BackfillTest {
    private static final OwedBackfill OWED = new OwedBackfill(reader(1), AUTHOR, 17);

    private final Stage stage = new Stage(Long.MAX_VALUE);

    @Test
    void bringsTheAuthorsTweetsToANewFollower() {
        stage.rebuild(reader(1));
        TweetPosted first = stage.post();
        TweetPosted second = stage.post();
        stage.graph.follow(reader(1), AUTHOR);

        Followed followed = new Followed(reader(1), AUTHOR);
        assertThat(stage.backfill.handle(followed, Deadline.current())).isEqualTo(new Backfilled(2));
        stage.backfill.handle(followed, Deadline.current());

        assertThat(stage.cachedFor(reader(1))).containsExactly(second.tweet(), first.tweet());
    }

    @Test
    void claimsNoMoreThanItBrings() {
        stage.rebuild(reader(1));
        List<TweetId> all = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            all.addFirst(stage.post().tweet());
        }
        stage.graph.follow(reader(1), AUTHOR);

        assertThat(stage.backfill.handle(new Followed(reader(1), AUTHOR), Deadline.current()))
                .isEqualTo(new Backfilled(800));

        assertThat(stage.cachedFor(reader(1))).containsExactlyElementsOf(all.subList(0, 800));
        assertThat(stage.visibleTo(reader(1))).containsExactlyElementsOf(all);
    }

    @Test
    void isOwedUntilTenSecondsAfterItIsThere() {
        stage.rebuild(reader(1));
        stage.post();
        stage.graph.follow(reader(1), AUTHOR);
        stage.backfill.handle(OWED.event(), Deadline.current());

        stage.clock.advance(Duration.ofMillis(9_999));
        assertThat(stage.settling.settle(Deadline.current())).isZero();
        stage.clock.advance(Duration.ofMillis(1));
        assertThat(stage.settling.settle(Deadline.current())).isEqualTo(1);
        assertThat(stage.settled).containsExactly(OWED);
    }

    /** Its reader pulls the author meanwhile, and the others need not wait. */
    @Test
    void staysOwedWhileThePartOfTheCacheIsLost() {
        stage.rebuild(reader(1));
        stage.post();
        stage.graph.follow(reader(1), AUTHOR);
        stage.cache.becomeUnavailableFor(reader(1)::equals);

        FanoutOutcome outcome = stage.backfill.handle(OWED.event(), Deadline.current());
        assertThat(outcome).isEqualTo(new BackfillOwed());
        assertThat(outcome.isComplete()).isFalse();
        stage.cache.recover();
        stage.clock.advance(Duration.ofMinutes(1));
        assertThat(stage.settling.settle(Deadline.current())).isZero();
    }

    @Test
    void staysOwedWhenAnotherPrimaryHasTakenOver() {
        stage.rebuild(reader(1));
        stage.post();
        stage.graph.follow(reader(1), AUTHOR);
        stage.backfill.handle(OWED.event(), Deadline.current());
        stage.cache.failOver();

        stage.clock.advance(Duration.ofMinutes(1));
        assertThat(stage.settling.settle(Deadline.current())).isZero();
    }

    /** A primary that was replaced acknowledges, and loses, what it is sent. And an event of before leaves no debt behind. */
    @Test
    void doesNotTrustAPrimaryThatWasReplaced() {
        stage.rebuild(reader(1));
        TweetPosted tweet = stage.post();
        stage.graph.follow(reader(1), AUTHOR);
        InMemoryHomeTimelines replaced = stage.cache.replace();
        stage.rebuild(reader(1));
        Backfill believing = new Backfill(stage.tweets, replaced, believing(replaced), stage.settling);

        assertThatExceptionOfType(HomeTimelinesUnavailableException.class)
                .isThrownBy(() -> believing.handle(new Followed(reader(1), AUTHOR), Deadline.current()));
        stage.backfill.handle(new Followed(reader(1), AUTHOR), Deadline.current());
        assertThat(stage.cachedFor(reader(1))).containsExactly(tweet.tweet());
    }

    /** Who believes it is told better by most of those who are asked. */
    private CachePrimaries believing(CachePrimaries replaced) {
        return new CachePrimaries() {
            @Override
            public Primaries known() {
                return replaced.known();
            }

            @Override
            public Answer ask(Deadline deadline) {
                return stage.cache.ask(deadline);
            }
        };
    }

    @Test
    void leavesColdTimelinesCold() {
        stage.post();
        stage.graph.follow(reader(1), AUTHOR);
        stage.backfill.handle(new Followed(reader(1), AUTHOR), Deadline.current());

        assertThat(stage.cachedFor(reader(1))).isEmpty();
    }

    @Test
    void doesNothingForASilentAuthor() {
        assertThat(stage.backfill.handle(new Followed(reader(1), AUTHOR), Deadline.current()))
                .isEqualTo(new Backfilled(0));
    }

    @Test
    void doesNothingWhenSomebodyUnfollows() {
        stage.followedBy(1);
        TweetPosted tweet = stage.post();
        stage.handle(tweet);

        assertThat(stage.backfill.handle(new Unfollowed(reader(1), AUTHOR), Deadline.current()))
                .isEqualTo(new Ignored());
        assertThat(stage.cachedFor(reader(1))).containsExactly(tweet.tweet());
    }
}
