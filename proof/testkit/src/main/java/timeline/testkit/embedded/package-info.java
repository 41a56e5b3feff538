/** Stores for tests as child processes of the test's JVM. */
@NullMarked
package timeline.testkit.embedded;

import org.jspecify.annotations.NullMarked;
