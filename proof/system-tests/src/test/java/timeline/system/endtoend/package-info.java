/** The whole stack, from outside: what is tried here, a client could try. */
@NullMarked
package timeline.system.endtoend;

import org.jspecify.annotations.NullMarked;
