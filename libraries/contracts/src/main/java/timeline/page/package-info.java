/** Paging: every list of the public API is walked with the same kind of cursor. */
@NullMarked
package timeline.page;

import org.jspecify.annotations.NullMarked;
