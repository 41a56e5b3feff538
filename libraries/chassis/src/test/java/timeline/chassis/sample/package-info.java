/** A service made of the chassis and three handlers, to look at what the chassis promises. */
@NullMarked
package timeline.chassis.sample;

import org.jspecify.annotations.NullMarked;
