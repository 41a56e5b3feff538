/**
 * The materialised home timeline: for each recently active user the newest tweets of the accounts they follow. The fan-out pushes
 * and backfills; the timeline-service reads, builds what is cold, and adds what it has shown. They share the data layout, and nothing
 * else of each other.
 *
 * <p>A cached timeline knows from where on it is complete, its <em>floor</em> (ADR 0003): every tweet that was pushed and whose
 * id is at or above the floor is in it. Without a floor it is cold, and says nothing.
 */
@NullMarked
package timeline.hometimeline;

import org.jspecify.annotations.NullMarked;
