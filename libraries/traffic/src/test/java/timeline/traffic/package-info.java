@NullMarked
package timeline.traffic;

import org.jspecify.annotations.NullMarked;
