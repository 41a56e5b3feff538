/** The services' processes on the real stores, killed before and after every durable step, and what their users see of it. */
@NullMarked
package timeline.system.crash;

import org.jspecify.annotations.NullMarked;
