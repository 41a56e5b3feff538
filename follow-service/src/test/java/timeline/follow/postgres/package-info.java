/** Contracts and tests. */
@NullMarked
package timeline.follow.postgres;

import org.jspecify.annotations.NullMarked;
