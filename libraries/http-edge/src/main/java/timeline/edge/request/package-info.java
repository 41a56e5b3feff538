/** What is done to every request before a controller sees it. */
@NullMarked
package timeline.edge.request;

import org.jspecify.annotations.NullMarked;
