@NullMarked
package timeline.simulation.storm;

import org.jspecify.annotations.NullMarked;
