/** Tests. */
@NullMarked
package timeline.tweet;

import org.jspecify.annotations.NullMarked;
