package timeline.fanout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import timeline.deadline.Deadline;
import timeline.fanout.Progress.Mark;
import timeline.hometimeline.HomeTimelineWriter.Taken;
import timeline.id.UserId;

/**
 * Walks all followers of an author, page by page, so that the largest audience never is in memory at once, and in turns, so that it
 * never takes longer than it may.
 */
final class EachPage {
    private final Followers followers;
    private final int pageFollowers;

    EachPage(Followers followers, int pageFollowers) {
        this.followers = followers;
        this.pageFollowers = pageFollowers;
    }

    /** What is done with some followers at once: between two of these the turn may end. */
    interface Visit {
        /** @return how many of the followers it concerned, and how many it missed */
        Taken some(List<UserId> followers);
    }

    FollowerPage first(UserId author, Deadline turn) {
        return followers.page(author, Optional.empty(), pageFollowers, turn);
    }

    /**
     * Walks on from the mark to the last follower.
     *
     * @param first the first page, which is at hand
     * @param atOnce how many followers are visited at once, at most a page
     * @throws UnfinishedException when the turn is over before; the mark says where to go on
     */
    void walk(UserId author, FollowerPage first, int atOnce, Mark mark, Deadline turn, Visit visit) {
        FollowerPage page = mark.last().isEmpty() ? first : after(author, mark.last(), turn);
        while (!mark.isAtEnd()) {
            for (List<UserId> some : page.followers().stream().gather(Gatherers.windowFixed(atOnce)).toList()) {
                requireTime(turn);
                mark.advance(some.getLast(), some.size(), visit.some(some));
            }
            if (page.next().isEmpty()) {
                mark.end();
            } else {
                page = after(author, page.next(), turn);
            }
        }
    }

    int pageFollowers() {
        return pageFollowers;
    }

    private FollowerPage after(UserId author, Optional<UserId> last, Deadline turn) {
        requireTime(turn);
        return followers.page(author, last, pageFollowers, turn);
    }

    private static void requireTime(Deadline turn) {
        if (turn.hasPassed()) {
            throw new UnfinishedException();
        }
    }
}
