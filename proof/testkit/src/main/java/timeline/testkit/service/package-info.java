/** One service of this design in the test's JVM, and what it answers. For modules that have the HTTP edge; the others load none of it. */
@NullMarked
package timeline.testkit.service;

import org.jspecify.annotations.NullMarked;
