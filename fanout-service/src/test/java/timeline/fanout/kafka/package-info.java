@NullMarked
package timeline.fanout.kafka;

import org.jspecify.annotations.NullMarked;
