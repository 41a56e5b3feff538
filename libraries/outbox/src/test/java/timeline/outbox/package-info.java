/** Tests. */
@NullMarked
package timeline.outbox;

import org.jspecify.annotations.NullMarked;
