/**
 * The whole system in one thread's time: the domain classes of all services on in-memory twins of their stores, everything that can
 * happen to them, and the checker that knows only what clients saw (ADR 0014). A seed decides everything, and replays.
 */
@NullMarked
package timeline.simulation;

import org.jspecify.annotations.NullMarked;
