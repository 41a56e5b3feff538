package timeline.follow.audience;

/**
 * Whom a user follows, in one snapshot.
 *
 * @param following ascending
 * @param pulled those of them that are in the pull set, whose tweets the reader must pull; ascending
 */
public record Following(FollowingVersion version, UserIds following, UserIds pulled) {}
