/** Who may call what: users, services, and nobody else (G14). */
@NullMarked
package timeline.edge.security;

import org.jspecify.annotations.NullMarked;
