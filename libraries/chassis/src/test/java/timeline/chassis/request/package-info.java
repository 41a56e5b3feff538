@NullMarked
package timeline.chassis.request;

import org.jspecify.annotations.NullMarked;
