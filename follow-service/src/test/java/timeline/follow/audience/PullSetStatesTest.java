package timeline.follow.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import timeline.id.TweetId;
import timeline.id.UserId;

/** What must hold in every state of the pull set, however it came about (G13). */
class PullSetStatesTest {
    private static final UserId STAR = new UserId(1);

    /** Tweets that were left to the readers and have not been pushed since. */
    private final TreeSet<Long> left = new TreeSet<>();

    /** A tweet that nobody has pushed belongs to an author in the set, whose era reaches back to it: so readers pull it. */
    @Test
    void aTweetThatWasLeftIsPulledUntilItIsPushed() {
        for (long seed = 0; seed < 5_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            InMemoryPullSet set = new InMemoryPullSet(InstantSource.system());
            Leaver[] leavers = {new Leaver(set), new Leaver(set)};
            left.clear();
            for (int step = 0; step < 40; step++) {
                if (random.nextInt(3) == 0) {
                    leave(set, new TweetId(random.nextLong(1, 100)));
                } else {
                    leavers[random.nextInt(2)].step();
                }
                if (!left.isEmpty()) {
                    assertThat(set.find(STAR)).as("seed %d, step %d, left %s", seed, step, left)
                            .hasValueSatisfying(
                                    star -> assertThat(star.from().value()).isLessThanOrEqualTo(left.first()));
                }
            }
        }
    }

    /** The fan-out decides to pull: it enters the author, unless the audience says that this tweet is pulled already. */
    private void leave(PullSet set, TweetId tweet) {
        boolean pulled = set.find(STAR).filter(star -> !star.isLeaving() && !tweet.isBefore(star.from())).isPresent();
        if (!pulled) {
            set.enter(STAR, tweet);
        }
        left.add(tweet.value());
    }

    /** Marks, then reads and pushes the era, then removes: one of the three in a step. */
    private final class Leaver {
        private final PullSet set;
        private Optional<PulledAuthor> marked = Optional.empty();
        private boolean pushed;

        private Leaver(PullSet set) {
            this.set = set;
        }

        private void step() {
            if (marked.isEmpty()) {
                marked = set.leave(STAR);
                pushed = false;
            } else if (!pushed) {
                left.tailSet(marked.get().from().value()).clear();
                pushed = true;
            } else {
                set.remove(STAR, marked.get().epoch());
                marked = Optional.empty();
            }
        }
    }
}
