@NullMarked
package timeline.client;

import org.jspecify.annotations.NullMarked;
