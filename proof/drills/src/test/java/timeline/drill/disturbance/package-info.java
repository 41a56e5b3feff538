@NullMarked
package timeline.drill.disturbance;

import org.jspecify.annotations.NullMarked;
