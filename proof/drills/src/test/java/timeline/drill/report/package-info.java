@NullMarked
package timeline.drill.report;

import org.jspecify.annotations.NullMarked;
