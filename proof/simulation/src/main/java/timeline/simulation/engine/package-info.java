/**
 * Virtual time: real code of many processes on threads of their own, of which exactly one runs at any moment, chosen by a seed. Knows
 * nothing of timelines.
 */
@NullMarked
package timeline.simulation.engine;

import org.jspecify.annotations.NullMarked;
