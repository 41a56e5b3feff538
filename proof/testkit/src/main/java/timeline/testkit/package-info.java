/** What every module's tests share: real stores, time under control, and waiting for facts instead of sleeping. */
@NullMarked
package timeline.testkit;

import org.jspecify.annotations.NullMarked;
