@NullMarked
package timeline.system.drill.disturbance;

import org.jspecify.annotations.NullMarked;
