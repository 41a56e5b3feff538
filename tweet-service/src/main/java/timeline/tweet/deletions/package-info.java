/**
 * What this instance has deleted lately, for the readers who keep bodies of tweets: they ask every instance, and believe what they keep
 * only while all of them answer (ADR 0028).
 */
@NullMarked
package timeline.tweet.deletions;

import org.jspecify.annotations.NullMarked;
