@NullMarked
package timeline.drill;

import org.jspecify.annotations.NullMarked;
