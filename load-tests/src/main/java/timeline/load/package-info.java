/** What ./timeline measures: load with assertions, benchmarks, and the threshold laboratory. */
@NullMarked
package timeline.load;

import org.jspecify.annotations.NullMarked;
