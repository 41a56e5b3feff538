/** What settings records have in common: a bad value is refused in one sentence that names the key and the value. */
@NullMarked
package timeline.settings;

import org.jspecify.annotations.NullMarked;
