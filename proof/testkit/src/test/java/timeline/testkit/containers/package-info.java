@NullMarked
package timeline.testkit.containers;

import org.jspecify.annotations.NullMarked;
