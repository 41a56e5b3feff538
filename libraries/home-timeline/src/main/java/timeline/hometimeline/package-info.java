/**
 * The materialised home timeline: for each recently active user the newest tweets of the accounts they follow, one writer (the
 * fan-out) and one reader (the timeline-service) sharing a data layout.
 *
 * <p>A cached timeline knows from where on it is complete, its <em>floor</em> (decision D3): every tweet that was pushed and whose
 * id is at or above the floor is in it. Without a floor it is cold, and says nothing.
 */
@NullMarked
package timeline.hometimeline;

import org.jspecify.annotations.NullMarked;
