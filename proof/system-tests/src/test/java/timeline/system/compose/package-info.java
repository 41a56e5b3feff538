/** The container stack as its users get it: {@code docker compose up --wait}, a first tweet, a killed container, the locked doors. */
@NullMarked
package timeline.system.compose;

import org.jspecify.annotations.NullMarked;
