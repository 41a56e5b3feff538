/** The command line: one class a subcommand; each does nothing but read its options and speak for {@link timeline.local.Stack}. */
@NullMarked
package timeline.cli;

import org.jspecify.annotations.NullMarked;
