/** Tests of what is owed. */
@NullMarked
package timeline.home.owed;

import org.jspecify.annotations.NullMarked;
