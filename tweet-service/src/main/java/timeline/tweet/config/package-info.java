/** The wiring: which technology stands behind which port, and what runs beside the requests. */
@NullMarked
package timeline.tweet.config;

import org.jspecify.annotations.NullMarked;
