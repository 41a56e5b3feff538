@NullMarked
package timeline.local;

import org.jspecify.annotations.NullMarked;
