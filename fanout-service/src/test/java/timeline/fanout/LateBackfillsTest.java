package timeline.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.fanout.Stage.AUTHOR;
import static timeline.fanout.Stage.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetPosted;
import timeline.fanout.LateDelivery.Round;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.id.TweetId;
import timeline.id.UserId;

class LateBackfillsTest {
    private final Stage stage = new Stage(Long.MAX_VALUE);
    private final List<OwedBackfill> book = new ArrayList<>();
    private boolean behind;
    private final LateBackfills late = lateBackfills(stage.backfill);

    @Test
    void bringsWhatNobodyElseHas() {
        TweetPosted tweet = followed(1);

        assertThat(round()).isEqualTo(new Round(1, 0));
        assertThat(stage.cachedFor(reader(1))).containsExactly(tweet.tweet());
        assertThat(round()).as("it waits for its second look").isEqualTo(Round.NOTHING);

        stage.clock.advance(Duration.ofSeconds(10));
        assertThat(stage.settling.settle(Deadline.current())).isEqualTo(1);
        assertThat(stage.settled).isEqualTo(book);
    }

    @Test
    void leavesItToTheConsumersWhileTheyAreBehind() {
        followed(1);
        behind = true;
        assertThat(round()).isEqualTo(Round.NOTHING);

        behind = false;
        assertThat(round()).isEqualTo(new Round(1, 0));
    }

    /** However many wait for their second look, the follow-service is asked for no more than it tells. */
    @Test
    void asksForNoMoreThanIsToldAtOnce() {
        for (int number = 1; number <= OwedBackfills.MOST_TOLD; number++) {
            followed(number);
            round();
        }

        assertThat(stage.settling.waiting()).isEqualTo(OwedBackfills.MOST_TOLD);
        assertThat(round()).isEqualTo(Round.NOTHING);
    }

    @Test
    void waitsUntilAllOfTheCacheAnswers() {
        followed(1);
        stage.cache.becomeUnavailableFor(reader(2)::equals);
        assertThat(round()).isEqualTo(Round.NOTHING);

        stage.cache.recover();
        assertThat(round()).isEqualTo(new Round(1, 0));
    }

    /** A follow that can't be brought for a reason that nobody knows must not hold up the others. */
    @Test
    void poisonComesLast() {
        Backfill backfill = new Backfill(stage.tweets, poisonedFor(reader(1)), stage.cache, stage.settling);
        LateBackfills oneByOne = new LateBackfills(source(), backfill, stage.settling, stage.cache, () -> false, 1);
        followed(1);
        TweetPosted tweet = followed(2);

        assertThat(oneByOne.bring(Deadline::current)).isEqualTo(new Round(0, 1));
        assertThat(oneByOne.bring(Deadline::current)).isEqualTo(new Round(1, 0));
        assertThat(stage.cachedFor(reader(2))).contains(tweet.tweet());
    }

    private HomeTimelineWriter poisonedFor(UserId reader) {
        return new HomeTimelineWriter() {
            @Override
            public Taken push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
                return stage.cache.push(entry, followers, deadline);
            }

            @Override
            public void remove(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
                stage.cache.remove(entry, followers, deadline);
            }

            @Override
            public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers,
                    Deadline deadline) {
                if (followers.contains(reader)) {
                    throw new IllegalStateException("poison");
                }
                stage.cache.backfill(entries, completeFrom, followers, deadline);
            }
        };
    }

    /** A reader follows the author, and nobody handles the event. */
    private TweetPosted followed(int number) {
        stage.rebuild(reader(number));
        TweetPosted tweet = stage.post();
        stage.graph.follow(reader(number), AUTHOR);
        book.add(new OwedBackfill(reader(number), AUTHOR, number));
        return tweet;
    }

    private Round round() {
        return late.bring(Deadline::current);
    }

    private LateBackfills lateBackfills(Backfill backfill) {
        return new LateBackfills(source(), backfill, stage.settling, stage.cache, () -> behind, 100);
    }

    private OwedBackfills source() {
        return new OwedBackfills() {
            @Override
            public void settle(List<OwedBackfill> paid, Deadline deadline) {
                throw new UnsupportedOperationException("not by who brings");
            }

            @Override
            public List<OwedBackfill> oldest(Duration owedFor, int limit, Deadline deadline) {
                assertThat(owedFor).isEqualTo(LateDelivery.LATE);
                assertThat(limit).isBetween(1, MOST_TOLD);
                return book.stream().limit(limit).toList();
            }
        };
    }
}
