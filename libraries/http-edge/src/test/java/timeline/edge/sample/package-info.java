/** A service made of the HTTP edge and three handlers, to look at what the edge promises. */
@NullMarked
package timeline.edge.sample;

import org.jspecify.annotations.NullMarked;
