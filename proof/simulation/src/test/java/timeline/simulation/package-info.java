@NullMarked
package timeline.simulation;

import org.jspecify.annotations.NullMarked;
