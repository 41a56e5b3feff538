@NullMarked
package timeline.testkit.embedded;

import org.jspecify.annotations.NullMarked;
