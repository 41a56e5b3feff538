@NullMarked
package timeline.local.process;

import org.jspecify.annotations.NullMarked;
