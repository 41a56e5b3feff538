/** Talking to a follow-service. */
@NullMarked
package timeline.home.client;

import org.jspecify.annotations.NullMarked;
