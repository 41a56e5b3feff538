@NullMarked
package timeline.load.lab;

import org.jspecify.annotations.NullMarked;
