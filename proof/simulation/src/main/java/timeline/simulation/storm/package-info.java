/**
 * Overload, death, cold code and slow stores in virtual time, each seed with its own (ADRs 0023 and 0025): what clients get meanwhile and
 * afterwards. Load and settings that count requests are a tenth of the real ones, and each request takes ten times the processor time.
 */
@NullMarked
package timeline.simulation.storm;

import org.jspecify.annotations.NullMarked;
