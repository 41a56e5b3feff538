/** The whole service, over HTTP. */
@NullMarked
package timeline.follow.config;

import org.jspecify.annotations.NullMarked;
