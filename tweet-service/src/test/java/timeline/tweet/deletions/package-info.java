/** Tests. */
@NullMarked
package timeline.tweet.deletions;

import org.jspecify.annotations.NullMarked;
