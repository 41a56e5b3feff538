/** The cache as the read path wants it: asked while it answers, left alone while it does not. */
@NullMarked
package timeline.home.redis;

import org.jspecify.annotations.NullMarked;
