@NullMarked
package timeline.load.figures;

import org.jspecify.annotations.NullMarked;
