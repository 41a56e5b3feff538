@NullMarked
package timeline.fanout;

import org.jspecify.annotations.NullMarked;
