/** The same wiring in every service that reads tweets; a service that needs more brings a session of its own. */
@NullMarked
package timeline.tweetstore.spring;

import org.jspecify.annotations.NullMarked;
