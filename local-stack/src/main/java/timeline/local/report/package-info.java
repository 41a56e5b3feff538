/** What the test suite did, read from the reports that Surefire and Failsafe leave. */
@NullMarked
package timeline.local.report;

import org.jspecify.annotations.NullMarked;
