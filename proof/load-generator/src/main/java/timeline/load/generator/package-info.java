/**
 * A load generator that costs less than a refusal: one thread, requests that were encoded beforehand, answers that are read no further
 * than to tell what they are. JDK only.
 */
@NullMarked
package timeline.load.generator;

import org.jspecify.annotations.NullMarked;
