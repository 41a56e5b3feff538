/** The stack that a drill is carried out on: what can be broken in it, and asked of it behind the clients' backs. */
@NullMarked
package timeline.drill.stack;

import org.jspecify.annotations.NullMarked;
