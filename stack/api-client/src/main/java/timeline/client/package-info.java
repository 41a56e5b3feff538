/** A client of the public API, as the demo, the drills and the load tests use it: it knows what any client knows. */
@NullMarked
package timeline.client;

import org.jspecify.annotations.NullMarked;
