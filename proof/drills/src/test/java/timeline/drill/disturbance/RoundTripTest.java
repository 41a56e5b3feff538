package timeline.drill.disturbance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import timeline.local.http.PullSet.Place;
import timeline.drill.disturbance.RoundTrip.Reached;
import timeline.drill.crowd.PassingTime;

/** A crossing counts when the author has really arrived, whether that takes one tweet or several. */
class RoundTripTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final PassingTime pacer = new PassingTime();

    @Test
    void goesUpAndDownByOneTweetEach() {
        assertThat(go(new Career(1, Duration.ZERO))).isEqualTo(Reached.UP_AND_DOWN);
    }

    @Test
    void postsUntilTheWayOutIsComplete() {
        Career twoTweetsSixSecondsApart = new Career(2, Duration.ofSeconds(6));

        assertThat(go(twoTweetsSixSecondsApart)).isEqualTo(Reached.UP_AND_DOWN);
        assertThat(twoTweetsSixSecondsApart.place()).isEqualTo(Place.OUT);
    }

    @Test
    void doesNotTakeLeavingForHavingLeft() {
        assertThat(go(new Career(2, Duration.ofDays(1)))).isEqualTo(Reached.UP);
    }

    @Test
    void givesUpAnAuthorWhoNeverEnters() {
        assertThat(go(new Career(Integer.MAX_VALUE, Duration.ZERO))).isEqualTo(Reached.NOTHING);
        assertThat(pacer.nanoTime()).isLessThan(PATIENCE.plusSeconds(5).toNanos());
    }

    private Reached go(Career career) {
        return new RoundTrip(career, pacer, PATIENCE).go();
    }

    /** Enters by one tweet, and leaves by some, the last of which comes so long after the first. */
    private final class Career implements RoundTrip.Author {
        private final int tweets;
        private final Duration apart;
        private boolean large;
        private Place place = Place.OUT;
        private int leavingTweets;
        private long leavingSince;

        private Career(int tweets, Duration apart) {
            this.tweets = tweets;
            this.apart = apart;
        }

        @Override
        public void rise() {
            large = tweets < Integer.MAX_VALUE;
        }

        @Override
        public void fall() {
            large = false;
        }

        @Override
        public void post() {
            if (large) {
                place = Place.IN;
            } else if (place != Place.OUT) {
                if (place == Place.IN) {
                    leavingSince = pacer.nanoTime();
                    place = Place.LEAVING;
                }
                leavingTweets++;
                if (leavingTweets >= tweets && pacer.nanoTime() - leavingSince >= apart.toNanos()) {
                    place = Place.OUT;
                }
            }
        }

        @Override
        public Place place() {
            return place;
        }
    }
}
