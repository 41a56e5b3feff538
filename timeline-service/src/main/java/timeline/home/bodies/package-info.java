/**
 * Bodies of tweets that were looked up, and what they are held against: they count for minutes, since every instance of the tweet-service is
 * asked several times a second what it has deleted (ADR 0028).
 */
@NullMarked
package timeline.home.bodies;

import org.jspecify.annotations.NullMarked;
