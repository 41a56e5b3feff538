/** The wiring of calls to other services. */
@NullMarked
package timeline.calls.config;

import org.jspecify.annotations.NullMarked;
