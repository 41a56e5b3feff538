/** Contracts and tests. */
@NullMarked
package timeline.follow.outbox;

import org.jspecify.annotations.NullMarked;
