/** Who calls: access tokens of users, tokens of services, and nothing else (G14). */
@NullMarked
package timeline.chassis.security;

import org.jspecify.annotations.NullMarked;
