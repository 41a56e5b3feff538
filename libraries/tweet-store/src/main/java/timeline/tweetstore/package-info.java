/**
 * The tweets, where they are the truth: one writer (the tweet-service), and two readers that must not depend on it being alive (the
 * timeline-service hydrates and pulls, the fan-out backfills).
 */
@NullMarked
package timeline.tweetstore;

import org.jspecify.annotations.NullMarked;
