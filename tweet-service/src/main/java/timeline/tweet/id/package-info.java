/** Naming tweets by time: ids that sort by when they were made, and never repeat, without asking anybody for each. */
@NullMarked
package timeline.tweet.id;

import org.jspecify.annotations.NullMarked;
