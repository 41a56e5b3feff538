/** Headers and bodies, as a client reads them. */
@NullMarked
package timeline.home.http;

import org.jspecify.annotations.NullMarked;
