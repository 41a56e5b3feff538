@NullMarked
package timeline.page;

import org.jspecify.annotations.NullMarked;
