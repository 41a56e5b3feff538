package timeline.load.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import timeline.load.CpuUse;
import timeline.load.figures.Percentiles;
import timeline.local.Terminal;

/**
 * What some reads took.
 *
 * @param cpu processor time of all components that take part
 */
record ReadRound(double perSecond, Percentiles latency, CpuUse cpu, int reads) {
    /** The round of the median rate. */
    static ReadRound middle(List<ReadRound> rounds) {
        return rounds.stream().sorted(Comparator.comparingDouble(ReadRound::perSecond)).toList()
                .get(rounds.size() / 2);
    }

    /** Two lines: the figures, and each component's processor milliseconds for one read. */
    void say(String what, Terminal terminal) {
        terminal.say(what + ": " + this);
        terminal.say("  CPU-ms each: " + cpu.parts(1e3 / reads));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f/s, p50 %.1f ms, p99 %.1f ms, %.2f CPU-ms each", perSecond,
                latency.millisAt(50), latency.millisAt(99), cpu.seconds() * 1e3 / reads);
    }
}
