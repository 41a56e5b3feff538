/** The arrows between services that are HTTP calls. */
@NullMarked
package timeline.chassis.upstream;

import org.jspecify.annotations.NullMarked;
