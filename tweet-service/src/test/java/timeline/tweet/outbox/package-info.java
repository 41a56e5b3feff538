/** Tests. */
@NullMarked
package timeline.tweet.outbox;

import org.jspecify.annotations.NullMarked;
