/** The Cassandra store under the contracts of the ports. */
@NullMarked
package timeline.tweetstore.cassandra;

import org.jspecify.annotations.NullMarked;
