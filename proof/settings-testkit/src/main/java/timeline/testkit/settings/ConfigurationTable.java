package timeline.testkit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/**
 * The rows of {@code timeline.*} keys in {@code docs/operations.md}: a key a row. A default is {@code none}, {@code local} (where the
 * embedded stack has it) or the value as in code; where a service has another one, {@code 1800ms; gateway 1900ms}.
 */
final class ConfigurationTable {
    private static final Pattern ROW = Pattern.compile("\\| `(timeline\\.[^`]+)`(.*?) \\|(.*?)\\|(.*?)\\|(.*?)\\|");
    private static final Map<String, String> SERVICES = Map.of("gateway", "gateway", "tweet", "tweet-service",
            "timeline",
            "timeline-service", "fan-out", "fanout-service", "follow", "follow-service");

    private static final Row NOWHERE = new Row("not documented", "");

    private final Map<String, Row> rows;

    private ConfigurationTable(Map<String, Row> rows) {
        this.rows = rows;
    }

    static ConfigurationTable read() {
        try {
            return of(Files.readAllLines(Path.of(System.getProperty("timeline.root", ".."), "docs", "operations.md")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ConfigurationTable of(List<String> lines) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("| `timeline.")) {
                assertThat(row.matches() && row.group(2).isEmpty()).as("one key a row: %s", line).isTrue();
                assertThat(row.group(5)).as("what it means: %s", line).isNotBlank();
                assertThat(rows.put(row.group(1), new Row(row.group(3).strip(), row.group(4).strip())))
                        .as("%s stands twice", row.group(1)).isNull();
            }
        }
        return new ConfigurationTable(rows);
    }

    /** The keys that a service takes, by the table. */
    Set<String> keys(String service) {
        Set<String> keys = new TreeSet<>();
        rows.forEach((key, row) -> {
            if (row.services().contains(service)) {
                keys.add(key);
            }
        });
        return keys;
    }

    String defaultOf(String key, String service) {
        Row row = rows.getOrDefault(key, NOWHERE);
        String common = "";
        for (String part : StringUtils.delimitedListToStringArray(row.defaults(), "; ")) {
            int blank = part.indexOf(' ');
            String name = blank < 0 ? "" : SERVICES.getOrDefault(part.substring(0, blank), "");
            if (name.equals(service)) {
                return part.substring(blank + 1).replace("`", "");
            }
            if (name.isEmpty()) {
                common = part.replace("`", "");
            }
        }
        return common;
    }

    /** How the table writes a default. */
    static String cell(String value) {
        return value.isEmpty() ? "none" : value.contains("127.0.0.1") ? "local" : value;
    }

    private record Row(String defaults, String who) {
        Set<String> services() {
            if (who.equals("all")) {
                return Set.copyOf(SERVICES.values());
            }
            Set<String> services = new TreeSet<>();
            for (String name : StringUtils.delimitedListToStringArray(who, ", ")) {
                assertThat(SERVICES).as("who takes a setting").containsKey(name);
                services.add(SERVICES.getOrDefault(name, ""));
            }
            return services;
        }
    }
}
