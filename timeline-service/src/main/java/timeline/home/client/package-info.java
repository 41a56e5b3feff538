/** The follow-service's internal API, called over HTTP. */
@NullMarked
package timeline.home.client;

import org.jspecify.annotations.NullMarked;
