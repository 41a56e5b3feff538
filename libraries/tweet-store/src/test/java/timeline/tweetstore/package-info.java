/** The contracts of the tweet store's ports, run by every implementation. */
@NullMarked
package timeline.tweetstore;

import org.jspecify.annotations.NullMarked;
