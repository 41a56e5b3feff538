/**
 * What every service does alike at its HTTP edge, and nothing else. ADR 0006 says why it is shared.
 */
@NullMarked
package timeline.edge;

import org.jspecify.annotations.NullMarked;
