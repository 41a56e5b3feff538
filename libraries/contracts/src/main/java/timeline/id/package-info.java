/** The ids that every service passes on, compares and sorts. */
@NullMarked
package timeline.id;

import org.jspecify.annotations.NullMarked;
