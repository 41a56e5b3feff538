@NullMarked
package timeline.chassis;

import org.jspecify.annotations.NullMarked;
