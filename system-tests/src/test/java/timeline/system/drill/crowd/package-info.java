@NullMarked
package timeline.system.drill.crowd;

import org.jspecify.annotations.NullMarked;
