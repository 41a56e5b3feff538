@NullMarked
package timeline.load.bench;

import org.jspecify.annotations.NullMarked;
