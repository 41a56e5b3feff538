/** The merge against its oracle, the sorted union. */
@NullMarked
package timeline.home.merge;

import org.jspecify.annotations.NullMarked;
