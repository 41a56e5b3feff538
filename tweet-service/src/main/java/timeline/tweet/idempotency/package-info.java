/** Repeated requests: at most one tweet for each key, also when the process that began dies (G12's retries, ADR 0009). */
@NullMarked
package timeline.tweet.idempotency;

import org.jspecify.annotations.NullMarked;
