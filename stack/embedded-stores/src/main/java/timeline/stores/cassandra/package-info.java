/** One Cassandra node, on a JDK that its own start scripts do not know. */
@NullMarked
package timeline.stores.cassandra;

import org.jspecify.annotations.NullMarked;
