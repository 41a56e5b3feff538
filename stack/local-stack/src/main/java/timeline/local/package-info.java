/**
 * The embedded stack: real stores and the five services as processes of this machine, and what one can do to them (start,
 * stop, kill, pause). {@link timeline.local.Stack} is the way in, also for drills and benchmarks; {@link
 * timeline.local.Command} is how other modules add a subcommand to {@code ./timeline}.
 */
@NullMarked
package timeline.local;

import org.jspecify.annotations.NullMarked;
