/** The services, put together from the classes that run in production, on in-memory twins of their stores. */
@NullMarked
package timeline.simulation.world;

import org.jspecify.annotations.NullMarked;
