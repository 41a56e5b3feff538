/** What a drill showed: figures before, during and after it, whether they are evidence enough, and the line that tells it live. */
@NullMarked
package timeline.drill.report;

import org.jspecify.annotations.NullMarked;
