/**
 * The guided tour: a few people use the timeline through the gateway, as any client would; every request and answer is shown,
 * said what happened inside, and held against the promise that it demonstrates.
 */
@NullMarked
package timeline.tour;

import org.jspecify.annotations.NullMarked;
