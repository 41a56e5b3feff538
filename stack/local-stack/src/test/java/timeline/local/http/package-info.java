@NullMarked
package timeline.local.http;

import org.jspecify.annotations.NullMarked;
