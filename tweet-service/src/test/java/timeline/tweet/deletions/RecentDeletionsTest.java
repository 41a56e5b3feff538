package timeline.tweet.deletions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import timeline.id.TweetId;
import timeline.tweet.deletions.RecentDeletions.Told;

class RecentDeletionsTest {
    private final RecentDeletions deletions = new RecentDeletions(new Random(1));

    @Test
    void tellsWhatWasNotedSinceTheLastAnswer() {
        note(1, 2);
        Told first = deletions.all();
        note(3);

        Told second = after(first);

        assertThat(first.deleted()).containsExactly(new TweetId(1), new TweetId(2));
        assertThat(second.deleted()).containsExactly(new TweetId(3));
        assertThat(second.continues()).isTrue();
        assertThat(after(second).deleted()).isEmpty();
        assertThat(after(second).continues()).isTrue();
    }

    @Test
    void whoKnowsNothingIsToldEverythingAndThatThereMayHaveBeenMore() {
        note(7);

        assertThat(deletions.all().deleted()).containsExactly(new TweetId(7));
        assertThat(deletions.all().continues()).isFalse();
    }

    @Test
    void anotherProcessDoesNotContinueWhatThisOneTold() {
        Told last = deletions.all();
        RecentDeletions restarted = new RecentDeletions(new Random(2));
        restarted.note(new TweetId(5));

        Told told = restarted.since(last.epoch(), last.newest());

        assertThat(told.epoch()).isNotEqualTo(last.epoch());
        assertThat(told.continues()).isFalse();
        assertThat(told.deleted()).containsExactly(new TweetId(5));
    }

    @Test
    void whatFellOffIsAGap() {
        note(1);
        Told last = deletions.all();
        noteMany(RecentDeletions.HELD);

        Told whole = after(last);
        note(1);
        Told gap = after(last);

        assertThat(whole.continues()).isTrue();
        assertThat(whole.deleted()).hasSize(RecentDeletions.HELD);
        assertThat(gap.continues()).isFalse();
        assertThat(gap.deleted()).hasSize(RecentDeletions.HELD).endsWith(new TweetId(1));
    }

    @Test
    void aNumberThatWasNeverGivenIsAGap() {
        Told last = deletions.all();

        assertThat(deletions.since(last.epoch(), last.newest() + 1).continues()).isFalse();
    }

    private Told after(Told last) {
        return deletions.since(last.epoch(), last.newest());
    }

    private void note(long... tweets) {
        for (long tweet : tweets) {
            deletions.note(new TweetId(tweet));
        }
    }

    private void noteMany(int count) {
        for (int i = 0; i < count; i++) {
            note(100 + i);
        }
    }
}
