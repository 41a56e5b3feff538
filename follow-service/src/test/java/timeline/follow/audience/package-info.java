/** Contracts and tests. */
@NullMarked
package timeline.follow.audience;

import org.jspecify.annotations.NullMarked;
