/**
 * Which instance of a service is asked, and how often: what its callers know of each one, and how many repetitions they may afford. JDK
 * only, with clock and randomness from outside, so that the simulation runs this very code (ADR 0023).
 */
@NullMarked
package timeline.traffic;

import org.jspecify.annotations.NullMarked;
