package timeline.follow.audience;

import java.util.OptionalLong;

/**
 * Some of an author's followers, ascending, and the audience in the same snapshot.
 *
 * @param next the place to go on after; empty when there are no more followers
 */
public record FollowerPage(UserIds followers, OptionalLong next, Audience audience) {}
