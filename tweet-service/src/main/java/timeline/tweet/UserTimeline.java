package timeline.tweet;

import java.util.List;
import java.util.Optional;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.Tweets.Slice;

/** The user timeline: what one author has written, newest first. */
public final class UserTimeline {
    private final Tweets tweets;
    private final Users users;

    public UserTimeline(Tweets tweets, Users users) {
        this.tweets = tweets;
        this.users = users;
    }

    /** @param before only what is older; empty for the first page */
    public Outcome page(UserId author, Optional<TweetId> before, int limit, Deadline deadline) {
        // One more than asked for tells whether the page is the last one: a full last page must not promise another.
        Slice slice = tweets.slice(author, before.orElse(TweetId.LATEST), limit + 1, deadline);
        List<Tweet> found = slice.tweets();
        if (found.size() > limit) {
            List<Tweet> page = found.subList(0, limit);
            return new Page(page, Optional.of(page.getLast().id()));
        }
        // Who has tweeted exists. Only an empty first page needs the other service, so its outages touch nobody else.
        boolean silent = found.isEmpty() && slice.readOn().isEmpty();
        boolean unknown = silent && before.isEmpty() && !users.exists(author);
        return unknown ? new UnknownUser() : new Page(found, slice.readOn());
    }

    /** What there is to show. */
    public sealed interface Outcome {}

    /**
     * @param tweets may be fewer than asked for, or none, where many were deleted
     * @param next where the next page begins; empty at the true end
     */
    public record Page(List<Tweet> tweets, Optional<TweetId> next) implements Outcome {}

    public record UnknownUser() implements Outcome {}
}
