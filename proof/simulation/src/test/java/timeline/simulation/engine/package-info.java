@NullMarked
package timeline.simulation.engine;

import org.jspecify.annotations.NullMarked;
