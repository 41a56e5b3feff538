@NullMarked
package timeline.system.docs;

import org.jspecify.annotations.NullMarked;
