/**
 * How many lists become one: each source of a timeline is read newest first, a window at a time, and {@link TimelineMerge} passes on
 * only what no source can still overtake. Pure: nothing here knows what is cached, followed or deleted.
 */
@NullMarked
package timeline.home.merge;

import org.jspecify.annotations.NullMarked;
