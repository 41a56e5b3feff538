@NullMarked
package timeline.gateway.config;

import org.jspecify.annotations.NullMarked;
