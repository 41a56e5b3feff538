@NullMarked
package timeline.stores.postgres;

import org.jspecify.annotations.NullMarked;
