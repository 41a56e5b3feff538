@NullMarked
package timeline.local.deadletter;

import org.jspecify.annotations.NullMarked;
