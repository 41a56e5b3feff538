@NullMarked
package timeline.system.simulation.engine;

import org.jspecify.annotations.NullMarked;
