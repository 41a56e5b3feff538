/** What every settings record is held to, and every service's settings are. */
@NullMarked
package timeline.testkit.settings;

import org.jspecify.annotations.NullMarked;
