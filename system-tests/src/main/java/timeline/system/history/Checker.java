package timeline.system.history;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import timeline.system.history.Invariant.Finding;

/** Judges a history by every invariant. */
public final class Checker {
    /** A run that did not put these to the test has shown nothing. */
    private static final List<Invariant> ESSENTIAL = List.of(new NoLostTweet(), new NoPhantom(), new ReadYourWrites(),
            new NoDuplicate(), new StrictOrder());
    private static final List<Invariant> OTHERS = List.of(new NoHole(), new DeletedStaysGone(), new Isolation());

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
            return violations() == 0
                    && findings.stream().limit(ESSENTIAL.size()).allMatch(finding -> finding.tested() > 0);
        }

        public long violations() {
            return findings.stream().mapToLong(finding -> finding.violations().size()).sum();
        }
    }

    /** Judges a history in which each operation but a scroll is one call. */
    public static Verdict check(History history) {
        return check(history, new BoundedAnswer());
    }

    /**
     * Judges a history whose end is a healthy day: from the given moment on nothing was broken any more, and what had been owed was
     * done.
     *
     * @param bound within which what is done on a healthy day reaches everybody (G3)
     */
    public static Verdict check(History history, long healthyFromNanos, Duration bound) {
        return check(history, new CompleteWhenHealthy(healthyFromNanos, bound));
    }

    private static Verdict check(History history, Invariant last) {
        return new Verdict(Stream.of(ESSENTIAL.stream(), OTHERS.stream(), Stream.of(last)).flatMap(part -> part)
                .map(invariant -> invariant.check(history)).toList());
    }
}
