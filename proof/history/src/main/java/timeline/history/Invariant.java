package timeline.history;

import java.util.List;

/** A promise that a history keeps or breaks. */
public interface Invariant {
    /** Its number in {@code docs/guarantees.md} and a word: {@code G4 no duplicate}. */
    String name();

    /** Every place where the history breaks the promise, each as one sentence with its moment; and how often the promise was put to the test. */
    Finding check(History history);

    /**
     * One place where a history breaks a promise.
     *
     * @param atNanos when the call began that it is counted for: of a lost tweet its post, of all else the read that showed it
     */
    record Violation(long atNanos, String sentence) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    /**
     * What the check of one invariant found.
     *
     * @param tested how many times the history gave it something to check; 0 proves nothing, and must not count as kept
     */
    record Finding(String invariant, long tested, List<Violation> violations) {
        public Finding {
            violations = List.copyOf(violations);
        }
    }
}
