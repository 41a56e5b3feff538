package timeline.load.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;
import java.util.stream.Collectors;

/**
 * What some nodes of the cache count about themselves, summed up: where their processor time went.
 *
 * @param commands by name, in lower case
 * @param evictedKeys timelines that went because memory was short
 * @param rewrites of append-only files, which cost time of the same processors
 */
record CacheCounters(Map<String, Calls> commands, long evictedKeys, long rewrites) {
    private static final String COMMAND = "cmdstat_";
    private static final int MOST_COSTLY = 6;

    CacheCounters {
        commands = Map.copyOf(commands);
    }

    /**
     * How often a command was called. What a script calls counts for itself, and again for the script's call.
     *
     * @param micros spent in all of the calls
     * @param rejected calls that were refused before they ran
     */
    record Calls(long calls, long micros, long rejected) {
        static final Calls NONE = new Calls(0, 0, 0);

        Calls combined(Calls other, LongBinaryOperator how) {
            return new Calls(how.applyAsLong(calls, other.calls), how.applyAsLong(micros, other.micros),
                    how.applyAsLong(rejected, other.rejected));
        }
    }

    /** @param infos the answers to {@code INFO everything} of all nodes, whatever their role */
    static CacheCounters ofPrimaries(List<String> infos) {
        return sum(infos, "role:master");
    }

    /** As above. */
    static CacheCounters ofReplicas(List<String> infos) {
        return sum(infos, "role:slave");
    }

    /** What was counted since {@code earlier}. */
    CacheCounters since(CacheCounters earlier) {
        return combined(earlier, (now, before) -> now - before);
    }

    /** Calls that were refused before they ran. */
    long rejected() {
        return commands.values().stream().mapToLong(Calls::rejected).sum();
    }

    /** The commands that cost the most: {@code zadd 480000 x 3.1 us, zcard 480000 x 0.5 us; evicted 0, rejected 0, rewrites 1}. */
    @Override
    public String toString() {
        return commands.entrySet().stream().filter(command -> command.getValue().calls() > 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, Calls> command) -> command.getValue().micros())
                        .reversed())
                .limit(MOST_COSTLY)
                .map(command -> String.format(Locale.ROOT, "%s %d x %.1f us", command.getKey(),
                        command.getValue().calls(), (double) command.getValue().micros() / command.getValue().calls()))
                .collect(Collectors.joining(", ", "",
                        "; evicted " + evictedKeys + ", rejected " + rejected() + ", rewrites " + rewrites));
    }

    private CacheCounters combined(CacheCounters other, LongBinaryOperator how) {
        Map<String, Calls> combined = new HashMap<>();
        commands.forEach((name, calls) -> combined.put(name,
                calls.combined(other.commands.getOrDefault(name, Calls.NONE), how)));
        other.commands.forEach((name, calls) -> combined.computeIfAbsent(name, any -> Calls.NONE.combined(calls, how)));
        return new CacheCounters(combined, how.applyAsLong(evictedKeys, other.evictedKeys),
                how.applyAsLong(rewrites, other.rewrites));
    }

    private static CacheCounters sum(List<String> infos, String role) {
        return infos.stream().filter(info -> info.contains(role)).map(CacheCounters::parse)
                .reduce(new CacheCounters(Map.of(), 0, 0), (sum, node) -> sum.combined(node, Long::sum));
    }

    private static CacheCounters parse(String info) {
        Map<String, String> fields = fields(info.lines().toList(), ":");
        Map<String, Calls> commands = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(COMMAND)) {
                Map<String, String> counts = fields(List.of(value.split(",")), "=");
                commands.put(name.substring(COMMAND.length()), new Calls(number(counts, "calls"),
                        number(counts, "usec"), number(counts, "rejected_calls")));
            }
        });
        return new CacheCounters(commands, number(fields, "evicted_keys"), number(fields, "aof_rewrites"));
    }

    private static Map<String, String> fields(List<String> texts, String separator) {
        Map<String, String> fields = new TreeMap<>();
        for (String text : texts) {
            int end = text.indexOf(separator);
            if (end > 0) {
                fields.put(text.substring(0, end), text.substring(end + 1).strip());
            }
        }
        return fields;
    }

    private static long number(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the cache does not count " + name);
        }
        return Long.parseLong(value);
    }
}
