/** What the figures of a load say: order statistics, and when all was well again. */
@NullMarked
package timeline.load.figures;

import org.jspecify.annotations.NullMarked;
