/** The same wiring in every service that reads or writes home timelines. */
@NullMarked
package timeline.hometimeline.spring;

import org.jspecify.annotations.NullMarked;
