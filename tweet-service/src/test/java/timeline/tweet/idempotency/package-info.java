/** Tests. */
@NullMarked
package timeline.tweet.idempotency;

import org.jspecify.annotations.NullMarked;
