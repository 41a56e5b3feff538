@NullMarked
package timeline.edge.security;

import org.jspecify.annotations.NullMarked;
