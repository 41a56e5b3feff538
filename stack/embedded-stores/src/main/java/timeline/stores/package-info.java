/**
 * The real stores as child processes, from Maven artifacts only: no Docker, no installed server. This package says how each
 * store is launched, probed and stopped; who holds the processes (the local stack: detached; the tests: attached) is not its
 * business.
 */
@NullMarked
package timeline.stores;

import org.jspecify.annotations.NullMarked;
