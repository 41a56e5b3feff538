/** Tests. */
@NullMarked
package timeline.tweet.cassandra;

import org.jspecify.annotations.NullMarked;
