package timeline.load.generator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of some requests. Each is exactly one of: good, refused, late, other, unanswered. A repetition is a request of its own, due
 * when its client decided on it. Written by one thread; read by others when that is done.
 */
public final class Tally {
    /** A good answer that comes later is of no use to its user any more. */
    public static final Duration USEFUL = Duration.ofSeconds(1);
    /** Every request has its answer within this time of its first byte (G12). */
    public static final Duration PROMISED = Duration.ofSeconds(2);

    private final List<Duration> wanted = new ArrayList<>();
    private long offered;
    private long ended;
    private long good;
    private long refused;
    private long overloaded;
    private long late;
    private long other;
    private final Map<String, Long> slow = new TreeMap<>();
    private Duration slowest = Duration.ZERO;
    private long unexplained;

    /** All of them together. */
    public static Tally sum(Collection<Tally> tallies) {
        Tally sum = new Tally();
        for (Tally part : tallies) {
            sum.wanted.addAll(part.wanted);
            sum.offered += part.offered;
            sum.ended += part.ended;
            sum.good += part.good;
            sum.refused += part.refused;
            sum.overloaded += part.overloaded;
            sum.late += part.late;
            sum.other += part.other;
            part.slow.forEach((ending, count) -> sum.slow.merge(ending, count, Long::sum));
            sum.slowest = max(sum.slowest, part.slowest);
            sum.unexplained += part.unexplained;
        }
        return sum;
    }

    /** One more is due. */
    public void offer() {
        offered++;
    }

    /**
     * One has its answer.
     *
     * @param sinceDue from when it should have been sent
     * @param sinceSent from its first byte
     */
    public void answered(Answer answer, Duration sinceDue, Duration sinceSent) {
        ended++;
        if (answer.isGood()) {
            wanted.add(sinceDue);
            if (sinceDue.compareTo(USEFUL) <= 0) {
                good++;
            } else {
                late++;
            }
        } else if (answer.isRefusal()) {
            refused++;
            overloaded += answer.isOverloaded() ? 1 : 0;
        } else {
            other++;
        }
        unexplained += answer.isUnexplained() ? 1 : 0;
        countSlow(sinceSent, (answer.status() + " " + answer.problem()).strip());
    }

    /** One was sent and will have no answer. */
    public void lost(Duration sinceSent) {
        ended++;
        countSlow(sinceSent, "no answer");
    }

    /** One is not sent at all any more: too many others are outstanding, or its client has gone. */
    public void unsent() {
        ended++;
    }

    private void countSlow(Duration sinceSent, String ending) {
        slowest = max(slowest, sinceSent);
        if (sinceSent.compareTo(PROMISED) > 0) {
            slow.merge(ending, 1L, Long::sum);
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** How many were due. */
    public long offered() {
        return offered;
    }

    /** How many have not ended. */
    public long open() {
        return offered - ended;
    }

    /** 2xx within {@link #USEFUL}. */
    public long good() {
        return good;
    }

    /** 503. */
    public long refused() {
        return refused;
    }

    /** Those of {@link #refused} that say {@code overloaded}. */
    public long overloaded() {
        return overloaded;
    }

    /** 2xx, but later. */
    public long late() {
        return late;
    }

    /** Any other status. */
    public long other() {
        return other;
    }

    /** No answer: the connection broke, nobody answered for long, or it was never sent. */
    public long unanswered() {
        return ended - good - refused - late - other;
    }

    /** What was answered and not refused for want of capacity: somebody worked on it. */
    public long admitted() {
        return good + late + other + refused - overloaded;
    }

    /** What was not answered within {@link #PROMISED}, of all that was sent. */
    public long slow() {
        return slow.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of {@link #slow} ended in which way: {@code 200}, {@code 504 timeout}, {@code no answer}. */
    public Map<String, Long> slowEndings() {
        return Map.copyOf(slow);
    }

    /** The longest time from a request's first byte to its end. */
    public Duration slowest() {
        return slowest;
    }

    /** Errors of the server that do not say what is wrong and when to come back. */
    public long unexplained() {
        return unexplained;
    }

    /** How long each 2xx took, late ones included, from when its request was due. */
    public List<Duration> wanted() {
        return List.copyOf(wanted);
    }
}
