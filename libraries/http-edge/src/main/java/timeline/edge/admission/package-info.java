/** Who is let in when there is more to do than can be done (ADR 0025). */
@NullMarked
package timeline.edge.admission;

import org.jspecify.annotations.NullMarked;
