package timeline.drill;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import timeline.drill.Figures.Failure;
import timeline.drill.Figures.Row;
import timeline.drill.crowd.Ledger.Request;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures of a drill for people and for programs; of the failures the first ones, so that one can look them up in the logs. */
final class FigureLines {
    private static final int FAILURES_SHOWN = 10;

    private FigureLines() {
    }

    /** Nothing when there are no phases and nothing failed. */
    static List<String> of(Figures figures) {
        List<String> lines = new ArrayList<>();
        if (!figures.rows().isEmpty()) {
            lines.add(String.format(Locale.ROOT,
                    "  %d requests, failed: %d idempotent, %d others (%.4f %% of all), as was to be expected %d",
                    figures.requests(), figures.failedIdempotent(), figures.failedOther(),
                    100.0 * figures.failed() / Math.max(1, figures.requests()), figures.allowed()));
            lines.add(String.format(Locale.ROOT, "  %-17s %-9s %8s %18s %13s %8s %8s %9s %11s %9s", "", "", "requests",
                    "idempotent failed", "others failed", "expected", "refused", "repeated", "slowest", "p99"));
        }
        for (Row row : figures.rows()) {
            lines.add(String.format(Locale.ROOT, "  %-17s %-9s %8d %18d %13d %8d %8d %9d %8d ms %6d ms", row.service(),
                    Figures.lower(row.phase()), row.requests(), row.failedIdempotent(), row.failedOther(),
                    row.allowed(), row.refused(), row.repeated(), row.slowest().toMillis(), row.p99().toMillis()));
        }
        figures.failures().stream().limit(FAILURES_SHOWN).forEach(failure -> lines.add("      " + text(failure)));
        if (figures.failures().size() > FAILURES_SHOWN) {
            lines.add("      and " + (figures.failures().size() - FAILURES_SHOWN) + " more failures");
        }
        return lines;
    }

    private static String text(Failure failure) {
        Request request = failure.request();
        return String.format(Locale.ROOT, "%s %s%s %s: %s %s after %d ms%s%s",
                request.at().truncatedTo(ChronoUnit.MILLIS), failure.during().isEmpty() ? "" : failure.during() + " ",
                request.method(), request.path(),
                request.ending().status() == 0 ? "no answer," : request.ending().status(), request.ending().problem(),
                request.took().toMillis(), request.sent() > 1 ? ", sent " + request.sent() + " times" : "",
                request.ending().trace().isEmpty() ? "" : ", trace " + request.ending().trace());
    }

    static void into(ObjectNode report, Figures figures) {
        ArrayNode phases = report.putArray("phases");
        for (Row row : figures.rows()) {
            phases.addObject().put("service", row.service()).put("phase", Figures.lower(row.phase()))
                    .put("requests", row.requests()).put("failed_idempotent", row.failedIdempotent())
                    .put("failed_other", row.failedOther()).put("failed_as_expected", row.allowed())
                    .put("refused", row.refused())
                    .put("repeated", row.repeated()).put("slowest_ms", row.slowest().toMillis())
                    .put("p99_ms", row.p99().toMillis());
        }
        ArrayNode failures = report.putArray("failures");
        for (Failure failure : figures.failures().stream().limit(FAILURES_SHOWN).toList()) {
            Request request = failure.request();
            failures.addObject().put("at", request.at().toString()).put("during", failure.during())
                    .put("method", request.method()).put("path", request.path())
                    .put("status", request.ending().status()).put("problem", request.ending().problem())
                    .put("took_ms", request.took().toMillis()).put("sent", request.sent())
                    .put("trace", request.ending().trace());
        }
    }
}
