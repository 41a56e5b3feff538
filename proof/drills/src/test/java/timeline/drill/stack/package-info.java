@NullMarked
package timeline.drill.stack;

import org.jspecify.annotations.NullMarked;
