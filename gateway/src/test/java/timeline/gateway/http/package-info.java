@NullMarked
package timeline.gateway.http;

import org.jspecify.annotations.NullMarked;
