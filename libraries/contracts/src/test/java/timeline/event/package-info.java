@NullMarked
package timeline.event;

import org.jspecify.annotations.NullMarked;
