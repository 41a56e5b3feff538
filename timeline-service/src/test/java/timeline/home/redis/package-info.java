/** The circuit breaker around the cache. */
@NullMarked
package timeline.home.redis;

import org.jspecify.annotations.NullMarked;
