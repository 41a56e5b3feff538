/** The follow-service's internal API, called over HTTP. */
@NullMarked
package timeline.fanout.client;

import org.jspecify.annotations.NullMarked;
