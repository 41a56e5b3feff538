package timeline.fanout;

import java.util.List;
import java.util.Optional;
import timeline.id.UserId;

/**
 * Some of an author's followers, and the audience in the same snapshot.
 *
 * @param next the place to go on after; empty when there are no more followers
 */
public record FollowerPage(List<UserId> followers, Optional<UserId> next, Audience audience) {}
