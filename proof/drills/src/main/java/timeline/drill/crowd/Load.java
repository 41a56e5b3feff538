package timeline.drill.crowd;

import java.time.Duration;
import java.util.Optional;

/**
 * What users do besides: most of it so often a second, however long an answer takes.
 *
 * @param posts by any author
 * @param reads by anybody; every tenth of them goes to the end, the others show the first page
 * @param deletes of any tweet of the run
 * @param changes of the mind of a flighty follower: follows or unfollows
 * @param arrivals of new users, and as many of known ones on another device
 * @param rhythm of those who wait for an answer before they ask again; empty when nobody does
 */
public record Load(int posts, int reads, int deletes, int changes, int arrivals, Optional<Rhythm> rhythm) {
    /** Nobody does anything: for a disturbance that brings its users with it. */
    public static final Load NONE = new Load(0, 0, 0, 0);

    public Load(int posts, int reads, int deletes, int changes) {
        this(posts, reads, deletes, changes, 0, Optional.empty());
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /**
     * Every follower reads, and every author posts with a key and makes sure of it, again and again, one call at a time.
     *
     * @param betweenReads from the end of one to the beginning of the next
     * @param betweenPosts from one beginning to the next, or longer if it takes longer
     */
    public record Rhythm(Duration betweenReads, Duration betweenPosts) {}
}
