@NullMarked
package timeline.chassis.security;

import org.jspecify.annotations.NullMarked;
