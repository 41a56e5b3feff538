/** Requests as bytes on a connection, before anything of them is believed: their form, their size and their time. */
@NullMarked
package timeline.edge.connection;

import org.jspecify.annotations.NullMarked;
