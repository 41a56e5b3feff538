/**
 * Write path 2: from the log to the followers' timelines. For each tweet the fan-out asks who follows its author, decides between
 * push and pull, and pushes page by page. All of it may be repeated at any point: nothing here counts on running once.
 */
@NullMarked
package timeline.fanout;

import org.jspecify.annotations.NullMarked;
