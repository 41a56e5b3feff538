/** The service's door: requests into commands, outcomes into answers. */
@NullMarked
package timeline.tweet.http;

import org.jspecify.annotations.NullMarked;
