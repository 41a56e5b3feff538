/** Tests. */
@NullMarked
package timeline.tweet.config;

import org.jspecify.annotations.NullMarked;
