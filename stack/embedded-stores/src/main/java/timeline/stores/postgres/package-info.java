/** One PostgreSQL server, also when the launcher is root, whom PostgreSQL refuses to serve. */
@NullMarked
package timeline.stores.postgres;

import org.jspecify.annotations.NullMarked;
