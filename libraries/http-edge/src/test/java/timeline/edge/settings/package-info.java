@NullMarked
package timeline.edge.settings;

import org.jspecify.annotations.NullMarked;
