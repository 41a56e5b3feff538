package timeline.drill.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import timeline.drill.crowd.Ledger.Request;
import timeline.drill.report.Course.Period;
import timeline.history.Freshness;
import timeline.history.Freshness.Wait;
import timeline.history.History;
import timeline.history.Invariant.Finding;
import timeline.load.figures.Percentiles;

/** What users saw before, during and after a disturbance. */
public final class Table {
    private static final List<Double> PERCENTILES = List.of(50.0, 99.0);
    /** In the words of those who do not know the numbers of the promises. */
    private static final Map<String, String> BREACHES = Map.of("G1 no lost tweet", "lost", "G4 no duplicate",
            "duplicates", "G5 strict order", "order errors", "G6 no hole", "un-seen", "G2 read your writes",
            "read-your-writes violations");

    private final Course course;
    private final List<Row> rows = new ArrayList<>();

    private Table(Course course) {
        this.course = course;
    }

    /**
     * @param requests what the users of the drill asked for
     * @param findings what the checker found in the history
     */
    public static List<Row> of(Course course, List<Request> requests, History history, List<Finding> findings) {
        Table table = new Table(course);
        table.count("acknowledged",
                history.acknowledgedPosts().map(post -> post.operation().invokedNanos()).filter(course::covers));
        findings.forEach(finding -> table.count(BREACHES.getOrDefault(finding.invariant(), finding.invariant()),
                finding.violations().stream().map(violation -> violation.atNanos())));
        table.byName(requests, request -> Stream.of(Endpoints.of(request) + " " + Endpoints.ending(request)));
        table.byName(requests,
                request -> request.ending().degraded().stream().map(missing -> "Timeline-Degraded: " + missing));
        Freshness freshness = new Freshness(history);
        table.waits("freshness after the tweet", freshness.afterTweets());
        table.waits("freshness after the follow", freshness.afterFollows());
        table.percentiles("latency", requests.stream()
                .map(request -> Map.entry(request.invokedNanos(), request.took())).toList());
        return table.rows;
    }

    private void count(String what, Stream<Long> moments) {
        rows.add(Row.counted(what, moments.collect(Collectors.groupingBy(course::at, Collectors.counting()))));
    }

    /** A row of each name that any of them has. */
    private void byName(List<Request> requests, Function<Request, Stream<String>> names) {
        Map<String, List<Long>> moments = new TreeMap<>();
        requests.forEach(request -> names.apply(request).forEach(
                name -> moments.computeIfAbsent(name, first -> new ArrayList<>()).add(request.invokedNanos())));
        moments.forEach((name, when) -> count(name, when.stream()));
    }

    private void waits(String what, List<Wait> waits) {
        percentiles(what, waits.stream().filter(wait -> course.covers(wait.atNanos()))
                .map(wait -> Map.entry(wait.atNanos(), wait.missing())).toList());
    }

    private void percentiles(String what, List<Entry<Long, Duration>> taken) {
        Map<Period, Percentiles> figures = new EnumMap<>(Period.class);
        taken.stream().collect(Collectors.groupingBy(each -> course.at(each.getKey()),
                Collectors.mapping(Entry::getValue, Collectors.toList())))
                .forEach((period, durations) -> figures.put(period, new Percentiles(durations)));
        for (double percent : PERCENTILES) {
            Map<Period, Double> values = new HashMap<>();
            figures.forEach((period, percentiles) -> values.put(period, percentiles.millisAt(percent)));
            rows.add(new Row(what + " p" + Math.round(percent), values, "ms"));
        }
    }
}
