/** The stack as processes of this machine: what each component needs, in which order they start, and who stops them. */
@NullMarked
package timeline.local.embedded;

import org.jspecify.annotations.NullMarked;
