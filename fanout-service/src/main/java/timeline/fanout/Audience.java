package timeline.fanout;

import java.util.Optional;

/**
 * All that the choice between push and pull depends on, read from the graph's primary in one snapshot.
 *
 * @param followers how many the author has
 * @param threshold as many followers, and the author is pulled; 0: everybody is, {@link Long#MAX_VALUE}: nobody is
 * @param pulled the author's place in the pull set, if any
 */
public record Audience(long followers, long threshold, Optional<PulledAuthor> pulled) {}
