/** Tests. */
@NullMarked
package timeline.tweet.id;

import org.jspecify.annotations.NullMarked;
