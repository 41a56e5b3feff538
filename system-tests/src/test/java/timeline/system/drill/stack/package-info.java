@NullMarked
package timeline.system.drill.stack;

import org.jspecify.annotations.NullMarked;
