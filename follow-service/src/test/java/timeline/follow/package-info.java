/** The contracts of the social graph, and its twins under them. */
@NullMarked
package timeline.follow;

import org.jspecify.annotations.NullMarked;
