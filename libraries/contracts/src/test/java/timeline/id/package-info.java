@NullMarked
package timeline.id;

import org.jspecify.annotations.NullMarked;
