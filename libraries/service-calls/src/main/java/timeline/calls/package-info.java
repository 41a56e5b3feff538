/** The arrows between services that are HTTP calls. */
@NullMarked
package timeline.calls;

import org.jspecify.annotations.NullMarked;
