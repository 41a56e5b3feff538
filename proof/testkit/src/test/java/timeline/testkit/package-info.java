@NullMarked
package timeline.testkit;

import org.jspecify.annotations.NullMarked;
