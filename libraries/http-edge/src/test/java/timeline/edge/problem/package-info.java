@NullMarked
package timeline.edge.problem;

import org.jspecify.annotations.NullMarked;
