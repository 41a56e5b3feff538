/** What a service does beside its requests for as long as it lives: rounds that are counted when they fail, and tried again. */
@NullMarked
package timeline.background;

import org.jspecify.annotations.NullMarked;
