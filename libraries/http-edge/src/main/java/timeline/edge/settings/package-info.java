/** What is set wrongly ends a service at its start, with one sentence (ADR 0021). */
@NullMarked
package timeline.edge.settings;

import org.jspecify.annotations.NullMarked;
