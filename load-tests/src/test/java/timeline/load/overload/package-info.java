@NullMarked
package timeline.load.overload;

import org.jspecify.annotations.NullMarked;
