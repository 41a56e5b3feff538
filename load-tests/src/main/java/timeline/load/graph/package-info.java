/** Seeded, skewed social graphs, and how they get into a running stack. */
@NullMarked
package timeline.load.graph;

import org.jspecify.annotations.NullMarked;
