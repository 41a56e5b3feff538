package timeline.system.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of all the requests. Safe for use by many threads. */
final class FuzzReport {
    private static final int KEPT = 20;
    private static final int SLOWEST = 5;

    private final Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<Slow> slowest = new ArrayList<>();
    private int failed;

    private record Slow(long number, String operation, long millis, int status) {}

    synchronized void answered(long number, RawRequest request, Optional<Reply> answer) {
        int status = answer.map(Reply::status).orElse(0);
        statuses.computeIfAbsent(request.operation(), name -> new TreeMap<>()).merge(status, 1, Integer::sum);
        answer.ifPresent(reply -> {
            slowest.add(new Slow(number, request.operation(), reply.took().toMillis(), reply.status()));
            slowest.sort(Comparator.comparingLong(Slow::millis).reversed());
            if (slowest.size() > SLOWEST) {
                slowest.removeLast();
            }
        });
    }

    synchronized void failed(String what) {
        failed++;
        if (failures.size() < KEPT) {
            failures.add(what);
        }
    }

    synchronized int requests() {
        return statuses.values().stream().flatMap(counts -> counts.values().stream()).mapToInt(count -> count).sum();
    }

    /** How many answers had this status; 0: none at all. */
    synchronized int answers(int status) {
        return statuses.values().stream().mapToInt(counts -> counts.getOrDefault(status, 0)).sum();
    }

    /** The first of them, and how many there were. */
    synchronized List<String> failures() {
        List<String> all = new ArrayList<>(failures);
        if (failed > failures.size()) {
            all.add("… " + failed + " in all");
        }
        return all;
    }

    /** A table of calls and statuses, then the slowest. */
    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        Map<Integer, Integer> sums = new TreeMap<>();
        statuses.forEach((operation, counts) -> {
            text.append(String.format(Locale.ROOT, "%-18s %6d ", operation,
                    counts.values().stream().mapToInt(count -> count).sum()));
            counts.forEach((status, count) -> {
                text.append(String.format(Locale.ROOT, " %s: %d", status == 0 ? "closed" : status, count));
                sums.merge(status, count, Integer::sum);
            });
            text.append('\n');
        });
        text.append(String.format(Locale.ROOT, "%-18s %6d ", "all", requests()));
        sums.forEach((status, count) -> text
                .append(String.format(Locale.ROOT, " %s: %d", status == 0 ? "closed" : status, count)));
        text.append('\n');
        slowest.forEach(one -> text
                .append(String.format(Locale.ROOT, "slow: %d ms, request %d (%s), %d%n", one.millis, one.number,
                        one.operation, one.status)));
        return text.toString();
    }
}
