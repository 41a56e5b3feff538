@NullMarked
package timeline.fanout.config;

import org.jspecify.annotations.NullMarked;
