@NullMarked
package timeline.testkit.settings;

import org.jspecify.annotations.NullMarked;
