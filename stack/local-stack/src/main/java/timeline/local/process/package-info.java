/**
 * Processes of the operating system: started detached so that they outlive their launcher, known again by pid and time of
 * birth, signalled, measured and stopped. Knows nothing about timelines.
 */
@NullMarked
package timeline.local.process;

import org.jspecify.annotations.NullMarked;
