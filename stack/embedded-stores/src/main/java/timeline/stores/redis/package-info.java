/** Redis nodes, and the cluster that is formed of them over plain RESP. */
@NullMarked
package timeline.stores.redis;

import org.jspecify.annotations.NullMarked;
