@NullMarked
package timeline.system.drill;

import org.jspecify.annotations.NullMarked;
