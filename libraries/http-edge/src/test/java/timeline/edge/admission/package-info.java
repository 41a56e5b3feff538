@NullMarked
package timeline.edge.admission;

import org.jspecify.annotations.NullMarked;
