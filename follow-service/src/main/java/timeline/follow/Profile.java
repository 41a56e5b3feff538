package timeline.follow;

/** A user with their place in the graph, all of one moment. */
public record Profile(User user, long followerCount, long followingCount) {}
