@NullMarked
package timeline.eventlog;

import org.jspecify.annotations.NullMarked;
