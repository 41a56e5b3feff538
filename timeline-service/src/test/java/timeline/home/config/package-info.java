/** The whole service, over HTTP, on real stores. */
@NullMarked
package timeline.home.config;

import org.jspecify.annotations.NullMarked;
