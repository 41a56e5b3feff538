@NullMarked
package timeline.gateway;

import org.jspecify.annotations.NullMarked;
