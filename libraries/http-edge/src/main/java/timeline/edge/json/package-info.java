/** Strict JSON: a body is taken only when it means exactly one thing. */
@NullMarked
package timeline.edge.json;

import org.jspecify.annotations.NullMarked;
