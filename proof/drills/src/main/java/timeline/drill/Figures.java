package timeline.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import timeline.drill.crowd.Ledger.Request;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.disturbance.Phases.Stretch;

/**
 * What became of the users' requests.
 *
 * @param idempotent how many of them may be repeated
 * @param allowed failures that users were told to expect; they count as nothing else
 * @param rows of each service that something was done to, phase by phase; empty when the drill has no phases
 * @param failures the requests that failed, in the order in which they began
 */
record Figures(long requests, long idempotent, long failedIdempotent, long failedOther, long allowed, List<Row> rows,
        List<Failure> failures) {
    /**
     * One phase of one service, of all its turns together.
     *
     * @param slowest single try
     * @param p99 of whole requests, further tries included
     */
    record Row(String service, Phase phase, long requests, long failedIdempotent, long failedOther, long allowed,
            long refused,
            long repeated, Duration slowest, Duration p99) {}

    /** @param during service and phase in which it began; empty when it was another time */
    record Failure(Request request, String during) {}

    private record Part(String service, Phase phase) {}

    static Figures of(List<Request> requests, List<Stretch> stretches, Tolerance tolerance) {
        Map<Part, List<Asked>> parts = new LinkedHashMap<>();
        stretches.forEach(stretch -> parts.put(new Part(stretch.service(), stretch.phase()), new ArrayList<>()));
        List<Asked> all = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (Request request : requests.stream().sorted(Comparator.comparingLong(Request::invokedNanos)).toList()) {
            Asked asked = Asked.of(request, stretches, tolerance);
            all.add(asked);
            String during = "";
            for (Stretch stretch : stretches) {
                if (stretch.contains(request.invokedNanos())) {
                    parts.computeIfAbsent(new Part(stretch.service(), stretch.phase()), part -> new ArrayList<>())
                            .add(asked);
                    during = stretch.service() + " " + lower(stretch.phase());
                }
            }
            if (asked.outcome() == Outcome.FAILED) {
                failures.add(new Failure(request, during));
            }
        }
        return new Figures(all.size(), requests.stream().filter(Request::isIdempotent).count(), failed(all, true),
                failed(all, false), count(all, Outcome.ALLOWED),
                parts.entrySet().stream().map(part -> row(part.getKey(), part.getValue())).toList(),
                List.copyOf(failures));
    }

    private enum Outcome {
        GOOD, ALLOWED, FAILED
    }

    private record Asked(Request request, Outcome outcome) {
        static Asked of(Request request, List<Stretch> stretches, Tolerance tolerance) {
            if (!request.hasFailed()) {
                return new Asked(request, Outcome.GOOD);
            }
            List<Stretch> during = stretches.stream()
                    .filter(stretch -> stretch.overlaps(request.invokedNanos(), request.endedNanos())).toList();
            return new Asked(request, tolerance.allows(request, during) ? Outcome.ALLOWED : Outcome.FAILED);
        }
    }

    long failed() {
        return failedIdempotent + failedOther;
    }

    /** Whether of idempotent requests, and of all, at most these shares failed. */
    boolean isWithin(Allowance allowance) {
        return failedIdempotent <= allowance.ofIdempotent() * idempotent && failed() <= allowance.ofAll() * requests;
    }

    /** The share of the idempotent requests that succeeded, or failed as users were told to expect. */
    double availability() {
        return idempotent == 0 ? 0 : 1 - (double) failedIdempotent / idempotent;
    }

    static String lower(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    private static Row row(Part part, List<Asked> asked) {
        List<Request> requests = asked.stream().map(Asked::request).toList();
        List<Duration> times = requests.stream().map(Request::took).sorted().toList();
        Duration slowest = requests.stream().map(Request::slowest).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return new Row(part.service(), part.phase(), requests.size(), failed(asked, true), failed(asked, false),
                count(asked, Outcome.ALLOWED), requests.stream().filter(Request::wasRefused).count(),
                requests.stream().filter(request -> request.sent() > 1).count(), slowest,
                times.isEmpty() ? Duration.ZERO : times.get((int) (times.size() * 0.99)));
    }

    private static long failed(List<Asked> asked, boolean idempotent) {
        return asked.stream().filter(each -> each.outcome() == Outcome.FAILED)
                .filter(each -> each.request().isIdempotent() == idempotent).count();
    }

    private static long count(List<Asked> asked, Outcome outcome) {
        return asked.stream().filter(each -> each.outcome() == outcome).count();
    }
}
