@NullMarked
package timeline.cli;

import org.jspecify.annotations.NullMarked;
