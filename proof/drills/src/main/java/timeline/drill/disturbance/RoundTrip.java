package timeline.drill.disturbance;

import java.time.Duration;
import timeline.drill.crowd.Pacer;
import timeline.local.http.PullSet.Place;

/**
 * An author's way up into celebrity mode and down again. What an author is decided by the fan-out of their next tweet, so on each way
 * they post until they have arrived (ADR 0004).
 */
final class RoundTrip {
    private static final Duration STAY = Duration.ofSeconds(2);
    private static final Duration BETWEEN_POSTS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Author author;
    private final Pacer pacer;
    private final Duration patience;

    /** What an author has to be able to. */
    interface Author {
        /** Gets more followers than the threshold. */
        void rise();

        /** Is left by so many that they are clearly below the threshold. */
        void fall();

        void post();

        /** Where they are now. */
        Place place();
    }

    /** How far it went. */
    enum Reached {
        NOTHING, UP, UP_AND_DOWN
    }

    /** @param patience for each way */
    RoundTrip(Author author, Pacer pacer, Duration patience) {
        this.author = author;
        this.pacer = pacer;
        this.patience = patience;
    }

    /** Goes up and down, or gives up at a way that has no end. */
    Reached go() {
        author.rise();
        if (!postUntil(Place.IN)) {
            return Reached.NOTHING;
        }
        // As a celebrity, at least one tweet that nobody pushes; and readers who pull it.
        author.post();
        pacer.sleep(STAY);
        author.fall();
        return postUntil(Place.OUT) ? Reached.UP_AND_DOWN : Reached.UP;
    }

    private boolean postUntil(Place place) {
        long deadline = pacer.nanoTime() + patience.toNanos();
        while (pacer.nanoTime() - deadline < 0) {
            author.post();
            if (pacer.until(() -> author.place() == place, BETWEEN_POSTS, BETWEEN_LOOKS)) {
                return true;
            }
        }
        return false;
    }
}
