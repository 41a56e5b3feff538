/** Benchmarks on the running stack, each against a ceiling that is taken in the same run: shared machines drift. */
@NullMarked
package timeline.load.bench;

import org.jspecify.annotations.NullMarked;
