@NullMarked
package timeline.calls;

import org.jspecify.annotations.NullMarked;
