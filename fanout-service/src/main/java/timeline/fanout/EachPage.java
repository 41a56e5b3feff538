package timeline.fanout;

import java.util.List;
import java.util.Optional;
import timeline.id.UserId;

/** Walks all followers of an author, page by page, so that the largest audience never is in memory at once. */
final class EachPage {
    private final Followers followers;
    private final int pageFollowers;

    EachPage(Followers followers, int pageFollowers) {
        this.followers = followers;
        this.pageFollowers = pageFollowers;
    }

    /** What is done with a page. */
    interface Visit {
        /** @return how many of the followers it concerned */
        int page(List<UserId> followers);
    }

    /** How far a walk has come. */
    record Walked(long followers, long concerned) {}

    FollowerPage first(UserId author) {
        return followers.page(author, Optional.empty(), pageFollowers);
    }

    Walked from(FollowerPage first, UserId author, Visit visit) {
        long walked = 0;
        long concerned = 0;
        FollowerPage page = first;
        while (true) {
            if (!page.followers().isEmpty()) {
                concerned += visit.page(page.followers());
                walked += page.followers().size();
            }
            if (page.next().isEmpty()) {
                return new Walked(walked, concerned);
            }
            page = followers.page(author, page.next(), pageFollowers);
        }
    }
}
