@NullMarked
package timeline.load.gatling;

import org.jspecify.annotations.NullMarked;
