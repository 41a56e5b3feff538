/** Gatling simulations: what users do, at which rate, and what they are promised. */
@NullMarked
package timeline.load.gatling;

import org.jspecify.annotations.NullMarked;
