@NullMarked
package timeline.gateway.limit;

import org.jspecify.annotations.NullMarked;
