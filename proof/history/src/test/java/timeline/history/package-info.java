@NullMarked
package timeline.history;

import org.jspecify.annotations.NullMarked;
