/**
 * The ports of all services, as far away as in reality: each call of a twin takes its time, may get lost, and may be the last one of its
 * process.
 */
@NullMarked
package timeline.simulation.port;

import org.jspecify.annotations.NullMarked;
