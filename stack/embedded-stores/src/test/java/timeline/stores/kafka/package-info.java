@NullMarked
package timeline.stores.kafka;

import org.jspecify.annotations.NullMarked;
