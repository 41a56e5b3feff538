@NullMarked
package timeline.local.cli;

import org.jspecify.annotations.NullMarked;
