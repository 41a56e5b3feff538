/** The read path against in-memory twins that fail, hang and lose on demand. */
@NullMarked
package timeline.home;

import org.jspecify.annotations.NullMarked;
