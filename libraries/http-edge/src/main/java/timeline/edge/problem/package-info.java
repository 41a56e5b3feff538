/** Problems on the wire: no error leaves a service but as {@code application/problem+json}, whoever noticed it. */
@NullMarked
package timeline.edge.problem;

import org.jspecify.annotations.NullMarked;
