/** The log between the services, as a client of Kafka knows it: partitions, groups, offsets, redelivery and fencing. */
@NullMarked
package timeline.simulation.log;

import org.jspecify.annotations.NullMarked;
