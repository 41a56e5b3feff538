/** Rate limits by token buckets in this process (Bucket4j). */
@NullMarked
package timeline.gateway.limit;

import org.jspecify.annotations.NullMarked;
