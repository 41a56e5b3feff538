@NullMarked
package timeline.hometimeline;

import org.jspecify.annotations.NullMarked;
