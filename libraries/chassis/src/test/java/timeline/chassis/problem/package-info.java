@NullMarked
package timeline.chassis.problem;

import org.jspecify.annotations.NullMarked;
