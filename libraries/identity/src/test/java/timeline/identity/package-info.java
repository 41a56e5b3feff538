@NullMarked
package timeline.identity;

import org.jspecify.annotations.NullMarked;
