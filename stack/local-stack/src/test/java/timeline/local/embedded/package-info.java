@NullMarked
package timeline.local.embedded;

import org.jspecify.annotations.NullMarked;
