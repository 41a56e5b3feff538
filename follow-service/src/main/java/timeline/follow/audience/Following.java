package timeline.follow.audience;

import java.util.Map;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * Whom a user follows, in one snapshot.
 *
 * @param following ascending
 * @param pulled those of them that are in the pull set, whose tweets the reader must pull; ascending
 * @param leaving those of the pulled who are on the way out, and up to which tweet the reader pulls them
 * @param owed those of the followed whose older tweets the reader's timeline may lack; ascending
 */
public record Following(FollowingVersion version, UserIds following, UserIds pulled,
        Map<UserId, TweetId> leaving, UserIds owed) {
    public Following {
        leaving = Map.copyOf(leaving);
    }
}
