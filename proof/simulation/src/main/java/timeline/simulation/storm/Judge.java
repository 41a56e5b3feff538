package timeline.simulation.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import timeline.simulation.storm.Weather.Kind;
import timeline.simulation.storm.stack.Ledger;
import timeline.simulation.storm.stack.Request;
import timeline.simulation.storm.stack.Stack;

/** Whether what was promised for a weather was kept. */
final class Judge {
    static final String GOODPUT = "S1 goodput";
    static final String RECOVERY = "S2 recovery";
    static final String REPETITIONS = "S3 repetitions";
    static final String ASKED = "S4 nobody refused unasked";
    static final String ONE_OF_TWO = "S5 one of two is gone";
    static final String IN_TIME = "S6 in time";
    static final String NO_QUEUE = "S7 nobody refused while nothing queues";

    static final String PROBED = "S8 probes ask, not users";
    static final List<String> PROMISES = List.of(GOODPUT, RECOVERY, REPETITIONS, ASKED, ONE_OF_TWO, IN_TIME, NO_QUEUE,
            PROBED);

    private static final double GOOD_SHARE = 0.8;
    private static final double REPEATED_SHARE = 0.1;
    /** The gateway's 1.9 s leave the rest of 2 s to waits for a processor, and here those take longer: the work of each request is ten times as long. */
    private static final Duration LATEST = Duration.ofMillis(2_500);
    /** Repetitions that cost nothing: what is saved at the beginning, and one a second. */
    private static final long FREE = 10 + 40;

    private final Weather weather;
    private final List<Visit> visits;
    private final Ledger ledger;
    private final Duration clearAt;
    private final Map<String, Long> checks = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    /** @param clearAt when the last trouble was over */
    Judge(Weather weather, List<Visit> visits, Ledger ledger, Duration clearAt) {
        this.weather = weather;
        this.visits = visits;
        this.ledger = ledger;
        this.clearAt = clearAt;
    }

    Map<String, Long> checks() {
        return checks;
    }

    List<String> violations() {
        return violations;
    }

    void judge() {
        if (weather.excess() > 0 && weather.troubles().isEmpty()) {
            judgeGoodput();
        }
        Duration calm = clearAt.plus(Storm.RECOVERY);
        requireAll(RECOVERY, visits.stream().filter(visit -> visit.isDueFrom(calm)).toList(), Visit::isGood);
        ledger.calls().forEach(this::judgeRepetitions);
        check(ASKED, ledger.refusedUnasked().isEmpty(), () -> ledger.refusedUnasked().size() + " calls, the first from "
                + ledger.refusedUnasked().getFirst());
        if (weather.isOneOfTwoGone()) {
            requireAll(ONE_OF_TWO, visits.stream().filter(visit -> visit.request().isRepeatable()).toList(),
                    visit -> visit.reply().isGood());
            check(PROBED, ledger.askedTheGone().isEmpty(),
                    () -> ledger.askedTheGone().size() + " calls, the first from "
                            + ledger.askedTheGone().getFirst());
        }
        if (!isTooMuchToRefuse()) {
            requireAll(IN_TIME, visits, visit -> visit.gatewayNanos() <= LATEST.toNanos());
        }
        if (weather.isOnly(Kind.SLOW_STORE)) {
            requireAll(NO_QUEUE, visits, visit -> !visit.isRefused());
        }
    }

    /** Ten times the peak while all code is cold: to refuse it takes more than there is. */
    private boolean isTooMuchToRefuse() {
        return weather.excess() == 10 && weather.has(Kind.COLD_CODE);
    }

    private void judgeGoodput() {
        long good = visits.stream().filter(visit -> visit.isDueFrom(Weather.SPIKE_FROM))
                .filter(visit -> visit.isDueUntil(Weather.SPIKE_UNTIL)).filter(Visit::isGood).count();
        double possible = Request.peak(Stack.PROCESSORS)
                * Weather.SPIKE_UNTIL.minus(Weather.SPIKE_FROM).toSeconds();
        check(GOODPUT, good >= GOOD_SHARE * possible,
                () -> String.format(Locale.ROOT, "%.0f %% of the peak", 100 * good / possible));
    }

    private void judgeRepetitions(String route, Ledger.Calls calls) {
        check(REPETITIONS, calls.repeated() <= REPEATED_SHARE * calls.made() + FREE,
                () -> route + " repeated " + calls.repeated() + " of " + calls.made() + " calls");
    }

    private void requireAll(String promise, List<Visit> of, Predicate<Visit> kept) {
        List<Visit> broken = of.stream().filter(kept.negate()).toList();
        if (!of.isEmpty()) {
            check(promise, broken.isEmpty(), () -> broken.size() + " of " + of.size() + " requests, the first at "
                    + broken.getFirst().dueNanos() / 1_000_000 + " ms: " + broken.getFirst());
        }
    }

    private void check(String promise, boolean kept, Supplier<String> finding) {
        checks.merge(promise, 1L, Long::sum);
        if (!kept) {
            violations.add(promise + ": " + finding.get());
        }
    }
}
