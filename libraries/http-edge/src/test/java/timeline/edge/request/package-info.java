@NullMarked
package timeline.edge.request;

import org.jspecify.annotations.NullMarked;
