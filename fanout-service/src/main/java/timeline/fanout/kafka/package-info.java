/**
 * The log: batches of events come in, lanes of one author each are worked on side by side, outages are waited out, poison goes to the
 * dead letter topic.
 */
@NullMarked
package timeline.fanout.kafka;

import org.jspecify.annotations.NullMarked;
