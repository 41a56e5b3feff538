/** What runs an outbox inside a service: its settings, its metrics, and the work that never ends by itself. */
@NullMarked
package timeline.outbox.spring;

import org.jspecify.annotations.NullMarked;
