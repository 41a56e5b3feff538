/** The wiring, and what the service says of its own health. */
@NullMarked
package timeline.fanout.config;

import org.jspecify.annotations.NullMarked;
