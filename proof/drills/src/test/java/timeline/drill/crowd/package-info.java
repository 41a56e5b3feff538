@NullMarked
package timeline.drill.crowd;

import org.jspecify.annotations.NullMarked;
