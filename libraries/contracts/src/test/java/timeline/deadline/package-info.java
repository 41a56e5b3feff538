@NullMarked
package timeline.deadline;

import org.jspecify.annotations.NullMarked;
