@NullMarked
package timeline.edge.config;

import org.jspecify.annotations.NullMarked;
