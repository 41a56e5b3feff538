@NullMarked
package timeline.edge;

import org.jspecify.annotations.NullMarked;
