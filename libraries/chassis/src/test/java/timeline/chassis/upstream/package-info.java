@NullMarked
package timeline.chassis.upstream;

import org.jspecify.annotations.NullMarked;
