package timeline.follow;

import timeline.id.UserId;

/**
 * One line of a list of followers or followees.
 *
 * @param number grows with each new follow, so it orders the list and marks the place where the next page goes on
 * @param user whoever is at the other end of the edge
 */
public record NumberedFollow(long number, UserId user, Username username) {}
