package timeline.home.bodies;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import timeline.deadline.Deadline;
import timeline.id.TweetId;

/** What the instances of the tweet-service have deleted lately. Each knows only what went through itself. */
public interface Deletions {
    /**
     * How far an instance has told.
     *
     * @param epoch of its process
     * @param newest the number of the newest deletion that was told
     */
    record Mark(long epoch, long newest) {}

    /**
     * What an instance tells: every deletion that it had noted before it was asked, and that it had not told before.
     *
     * @param continues whether nothing is missing since the mark; otherwise it was another process then, or has forgotten some
     * @param deleted these are gone for good
     * @param inDoubt these may be gone by now, or at any time, or never
     */
    record Told(Mark upTo, boolean continues, List<TweetId> deleted, List<TweetId> inDoubt) {}

    /**
     * The names of all instances that may acknowledge a delete. Which they are is the one thing that has to be told to this process; if it
     * lacks one, that one's deletions are not noticed.
     *
     * @throws DeletionsUnavailableException when it can't be told who they are
     */
    Set<String> instances();

    /**
     * Asks one instance, no other in its place.
     *
     * @param last where its last answer ended; none when it was never asked
     * @throws DeletionsUnavailableException when it does not answer by the deadline
     */
    Told since(String instance, Optional<Mark> last, Deadline deadline);
}
