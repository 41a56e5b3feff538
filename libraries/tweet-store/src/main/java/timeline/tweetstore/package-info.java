/**
 * The tweets, where they are the truth. The tweet-service writes and reads them; the timeline-service hydrates and pulls, the
 * fan-out backfills, and neither depends on the tweet-service being alive.
 */
@NullMarked
package timeline.tweetstore;

import org.jspecify.annotations.NullMarked;
