@NullMarked
package timeline.drill.fault;

import org.jspecify.annotations.NullMarked;
