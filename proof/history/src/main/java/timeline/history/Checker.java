package timeline.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import timeline.history.Invariant.Finding;

/** Judges a history by every invariant. */
public final class Checker {
    /** A run that did not put these to the test has shown nothing. */
    private static final List<Invariant> ESSENTIAL = List.of(new NoLostTweet(), new NoPhantom(), new ReadYourWrites(),
            new NoDuplicate(), new StrictOrder());
    private static final List<Invariant> OTHERS = List.of(new DeletedStaysGone(), new Isolation());

    private Checker() {
    }

    /**
     * What became of the promises.
     *
     * @param findings one for each invariant, the essential ones first
     */
    public record Verdict(List<Finding> findings) {
        /** Whether every promise was kept, and the ones about losing, repeating and order were really put to the test. */
        public boolean isKept() {
            return violations() == 0 && untested().isEmpty();
        }

        /** The promises about losing, repeating and order that the history gave nothing to check. */
        public List<String> untested() {
            return findings.stream().limit(ESSENTIAL.size()).filter(finding -> finding.tested() == 0)
                    .map(Finding::invariant).toList();
        }

        public long violations() {
            return findings.stream().mapToLong(finding -> finding.violations().size()).sum();
        }
    }

    /** Judges a history of which no part is known to be a healthy day. */
    public static Verdict check(History history) {
        return check(history, Conditions.NONE);
    }

    /** Judges a history of which a part is a healthy day. */
    public static Verdict check(History history, Conditions conditions) {
        List<Invariant> special = new ArrayList<>(List.of(new NoHole(), new CompleteWhenHealthy(conditions)));
        conditions.ceiling().map(NothingSilentlyMissed::new).ifPresent(special::add);
        return check(history, special);
    }

    private static Verdict check(History history, List<Invariant> special) {
        return new Verdict(Stream.of(ESSENTIAL, OTHERS, special).flatMap(List::stream)
                .map(invariant -> invariant.check(history)).toList());
    }
}
