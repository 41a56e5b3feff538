package timeline.simulation;

import java.util.Locale;
import timeline.local.Command;
import timeline.local.Terminal;
import timeline.simulation.storm.Storm;
import timeline.simulation.storm.StormTally;
import timeline.simulation.storm.stack.Design;

/** {@code ./timeline simulate --world storm}. */
final class Storms {
    private static final int MOST_SHOWN = 20;

    private Storms() {
    }

    static int campaign(long from, long seeds, Terminal terminal) throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        long began = System.nanoTime();
        StormTally tally = StormTally.of(from, seeds, processors, Design.AS_DESIGNED);
        double seconds = (System.nanoTime() - began) / 1e9;
        terminal.say(String.format(Locale.ROOT,
                "%d storms (%d to %d) in %.1f s on %d processors: %.0f seeds/s, %d requests, %d steps", tally.seeds(),
                from, from + seeds - 1, seconds, processors, tally.seeds() / seconds, tally.requests(),
                tally.steps()));
        terminal.say("weather: " + SimulateCommand.listed(tally.weather()));
        terminal.say("checks: " + SimulateCommand.listed(tally.checks()));
        tally.missing().forEach(missing -> terminal.say("FAILED: there was never any " + missing));
        tally.failures().stream().limit(MOST_SHOWN).forEach(failure -> terminal.say("FAILED: seed " + failure.seed()
                + " (" + failure.weather() + "): " + failure.violations().getFirst()));
        terminal.say(tally.failures().size() + " storms with violations"
                + (tally.failures().isEmpty() ? "" : "; replay one with ./timeline simulate --world storm --seed N"));
        return tally.isPassed() ? Command.DONE : Command.FAILED;
    }

    static int replay(long seed, Terminal terminal) {
        Storm.Result result = Storm.run(seed, Design.AS_DESIGNED);
        terminal.say("seed " + seed + ": " + result.weather());
        result.seconds().forEach(terminal::say);
        result.violations().forEach(terminal::say);
        terminal.say(result.isKept() ? "every promise was kept" : result.violations().size() + " violations");
        return result.isKept() ? Command.DONE : Command.FAILED;
    }
}
