@NullMarked
package timeline.cli.launcher;

import org.jspecify.annotations.NullMarked;
