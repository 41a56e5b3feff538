@NullMarked
package timeline.stores.redis;

import org.jspecify.annotations.NullMarked;
