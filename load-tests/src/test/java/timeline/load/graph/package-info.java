@NullMarked
package timeline.load.graph;

import org.jspecify.annotations.NullMarked;
