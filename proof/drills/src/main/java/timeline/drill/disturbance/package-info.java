/** What happens while users go on. */
@NullMarked
package timeline.drill.disturbance;

import org.jspecify.annotations.NullMarked;
