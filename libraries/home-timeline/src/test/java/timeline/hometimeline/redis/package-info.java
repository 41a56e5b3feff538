@NullMarked
package timeline.hometimeline.redis;

import org.jspecify.annotations.NullMarked;
