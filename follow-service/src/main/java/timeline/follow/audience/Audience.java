package timeline.follow.audience;

import java.util.Optional;

/**
 * All that the fan-out's choice between push and pull depends on, in one snapshot.
 *
 * @param followers how many the author has
 * @param threshold see {@link PushThreshold}
 * @param pulled the author's place in the pull set, if any
 */
public record Audience(long followers, long threshold, Optional<PulledAuthor> pulled) {}
