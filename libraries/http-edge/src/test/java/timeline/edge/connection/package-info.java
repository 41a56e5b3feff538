@NullMarked
package timeline.edge.connection;

import org.jspecify.annotations.NullMarked;
