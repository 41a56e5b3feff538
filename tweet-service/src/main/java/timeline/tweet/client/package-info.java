/** What is asked of other services. */
@NullMarked
package timeline.tweet.client;

import org.jspecify.annotations.NullMarked;
