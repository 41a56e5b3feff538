@NullMarked
package timeline.stores;

import org.jspecify.annotations.NullMarked;
