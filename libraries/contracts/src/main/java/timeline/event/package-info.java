/** What the services tell each other through Kafka: the only data that crosses a service boundary asynchronously. */
@NullMarked
package timeline.event;

import org.jspecify.annotations.NullMarked;
