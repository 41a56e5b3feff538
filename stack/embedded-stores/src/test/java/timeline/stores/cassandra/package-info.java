@NullMarked
package timeline.stores.cassandra;

import org.jspecify.annotations.NullMarked;
