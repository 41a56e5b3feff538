package timeline.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import timeline.drill.report.TableLines;
import timeline.history.Invariant.Finding;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Drill reports for people and for programs. */
final class Reports {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int VIOLATIONS_SHOWN = 5;

    private Reports() {
    }

    static List<String> text(DrillReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s: %s", report.drill().name(), report.result()));
        lines.add("  hypothesis: " + report.drill().hypothesis());
        lines.add("  steady state: " + report.steadyState());
        lines.add(String.format(Locale.ROOT,
                "  %d tweets acknowledged, %d reads (%d said that something was missing), %d calls failed, read p99 %d ms",
                report.acknowledgedPosts(), report.reads(), report.degradedReads(), report.figures().failed(),
                report.readP99().toMillis()));
        lines.add(String.format(Locale.ROOT,
                "  recovered %.1f s after it was over: then nobody noticed anything any more (at most %d s)",
                report.quiet().toMillis() / 1000.0, report.drill().recovery().toSeconds()));
        lines.add(String.format(Locale.ROOT,
                "  everything seen everywhere %.1f s after the load (whoever begins to look after %d s must find it)",
                report.recovered().toMillis() / 1000.0, report.drill().recovery().toSeconds()));
        lines.add(String.format(Locale.ROOT,
                "  %.4f %% of %d idempotent requests succeeded, or failed as users were told to expect (%d of all)",
                100 * report.figures().availability(), report.figures().idempotent(), report.figures().allowed()));
        report.shown().forEach(shown -> lines.add("  " + ShownLines.text(shown)));
        report.lacking().forEach(lacking -> lines.add("  no evidence: " + lacking));
        lines.addAll(TableLines.of(report.table()));
        lines.addAll(FigureLines.of(report.figures()));
        for (Finding finding : report.verdict().findings()) {
            lines.add(String.format(Locale.ROOT, "  %-24s %8d checks  %d violations", finding.invariant(),
                    finding.tested(),
                    finding.violations().size()));
            finding.violations().stream().limit(VIOLATIONS_SHOWN).forEach(violation -> lines.add("      " + violation));
        }
        lines.add("  seed " + report.seed() + ", history: " + report.history());
        return lines;
    }

    static String json(List<DrillReport> reports) {
        ArrayNode array = JSON.createArrayNode();
        for (DrillReport report : reports) {
            ObjectNode node = array.addObject().put("drill", report.drill().name())
                    .put("hypothesis", report.drill().hypothesis()).put("passed", report.isPassed())
                    .put("verdict", report.result().toString()).put("seed", report.seed())
                    .put("steady_state", report.steadyState())
                    .put("acknowledged_posts", report.acknowledgedPosts()).put("reads", report.reads())
                    .put("degraded_reads", report.degradedReads()).put("requests", report.figures().requests())
                    .put("failed_calls", report.figures().failed())
                    .put("failed_idempotent", report.figures().failedIdempotent())
                    .put("failed_as_expected", report.figures().allowed())
                    .put("read_p99_ms", report.readP99().toNanos() / 1e6)
                    .put("recovered_s", report.recovered().toMillis() / 1000.0)
                    .put("quiet_after_s", report.quiet().toMillis() / 1000.0)
                    .put("recovery_bound_s", report.drill().recovery().toSeconds())
                    .put("availability", report.figures().availability())
                    .put("history", report.history().toString());
            ArrayNode lacking = node.putArray("no_evidence");
            report.lacking().forEach(lacking::add);
            TableLines.into(node, report.table());
            ArrayNode effects = node.putArray("effects");
            report.shown().forEach(shown -> ShownLines.into(effects.addObject(), shown));
            FigureLines.into(node, report.figures());
            ArrayNode findings = node.putArray("findings");
            for (Finding finding : report.verdict().findings()) {
                ArrayNode violations = findings.addObject().put("invariant", finding.invariant())
                        .put("checks", finding.tested()).put("violations", finding.violations().size())
                        .putArray("first");
                finding.violations().stream().limit(VIOLATIONS_SHOWN)
                        .forEach(violation -> violations.add(violation.sentence()));
            }
        }
        return array.toPrettyString();
    }
}
