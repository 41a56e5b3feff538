package timeline.hometimeline;

import java.util.Set;
import timeline.deadline.Deadline;

/**
 * Who answers for the home timelines. A primary that was replaced may go on acknowledging what is pushed to it, by whoever has not heard of
 * that yet, and what it takes then is lost. So whoever has to know that a push is kept looks again a while later: when the primaries are
 * still the same, nobody had taken over (ADR 0026).
 */
public interface CachePrimaries {
    /**
     * The primaries to which pushes go now, or went a second ago: what is known here, without asking anybody.
     *
     * @throws HomeTimelinesUnavailableException when nothing is known yet
     */
    Primaries known();

    /** Asks each of them which primaries there are. Never throws for an outage. */
    Answer ask(Deadline deadline);

    /**
     * Whether most of them say that they are what they were: what they have taken since then was taken by nobody who had been replaced.
     *
     * @param before as they were known then
     */
    default boolean areStill(Primaries before, Deadline deadline) {
        return ask(deadline) instanceof Answer.Known(Primaries now, boolean _) && now.equals(before);
    }

    /**
     * Primaries at one moment. Equal ones, at two moments, say that nothing has changed hands in between: each change makes them different
     * for ever.
     *
     * @param owners for each primary who it is, since which change, and what it answers for
     */
    record Primaries(Set<String> owners) {
        public Primaries {
            owners = Set.copyOf(owners);
        }
    }

    /** What came of asking. */
    sealed interface Answer {
        /** Not even most of them answered alike: who asks may be cut off together with one that was replaced. */
        record Unknown() implements Answer {}

        /**
         * Most of them say so.
         *
         * @param primaries by their answers
         * @param everyone whether all of them answered, and alike: nothing of the cache is away
         */
        record Known(Primaries primaries, boolean everyone) implements Answer {}
    }
}
