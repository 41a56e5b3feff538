@NullMarked
package timeline.load;

import org.jspecify.annotations.NullMarked;
