@NullMarked
package timeline.system.history;

import org.jspecify.annotations.NullMarked;
