/** What must be decided once, in Cassandra, by light-weight transactions: worker ids and idempotency keys. */
@NullMarked
package timeline.tweet.cassandra;

import org.jspecify.annotations.NullMarked;
