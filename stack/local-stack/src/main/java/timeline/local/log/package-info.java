/** What components log, for people. */
@NullMarked
package timeline.local.log;

import org.jspecify.annotations.NullMarked;
