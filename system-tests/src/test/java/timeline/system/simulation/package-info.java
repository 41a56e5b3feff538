@NullMarked
package timeline.system.simulation;

import org.jspecify.annotations.NullMarked;
