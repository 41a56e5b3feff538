@NullMarked
package timeline.load.generator;

import org.jspecify.annotations.NullMarked;
