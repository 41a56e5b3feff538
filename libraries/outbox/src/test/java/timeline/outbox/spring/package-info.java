/** Tests. */
@NullMarked
package timeline.outbox.spring;

import org.jspecify.annotations.NullMarked;
