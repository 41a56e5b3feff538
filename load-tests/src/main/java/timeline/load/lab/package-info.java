/** The threshold laboratory: what the push threshold costs writers and readers, measured on the running stack. */
@NullMarked
package timeline.load.lab;

import org.jspecify.annotations.NullMarked;
