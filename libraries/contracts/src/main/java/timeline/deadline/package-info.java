/** How long a request may still take, told from one service to the next (G12). */
@NullMarked
package timeline.deadline;

import org.jspecify.annotations.NullMarked;
