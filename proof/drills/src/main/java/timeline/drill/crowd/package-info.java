/** The users of a drill: who follows whom, what they do, and every call of theirs written down. */
@NullMarked
package timeline.drill.crowd;

import org.jspecify.annotations.NullMarked;
