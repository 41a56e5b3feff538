@NullMarked
package timeline.drill.spike;

import org.jspecify.annotations.NullMarked;
