/**
 * The read path: {@link timeline.home.HomeTimeline} answers "what is new from those whom I follow", from the cached timeline, the
 * pulled celebrities, the reader's own tweets, and the database where the cache ends or fails. The root package is the idea;
 * the technologies on its arrows live in the sub-packages.
 */
@NullMarked
package timeline.home;

import org.jspecify.annotations.NullMarked;
