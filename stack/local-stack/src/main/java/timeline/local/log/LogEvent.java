package timeline.local.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a component's log, made fit for a terminal. Services log JSON in the Elastic Common Schema, which carries far more than
 * somebody in need of the cause wants to read; stores log plain text, which stays as it is.
 */
public final class LogEvent {
    private static final int LINES_OF_TRACE = 2;
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private LogEvent() {
    }

    /**
     * Time, level, logger and message, and the first lines of a stack trace below them.
     *
     * @param zone of the time that is shown; the log has UTC
     */
    public static List<String> readable(String line, ZoneId zone) {
        JsonNode json = structured(line);
        String message = json.path("message").asString("");
        JsonNode error = json.path("error");
        if (message.isEmpty() && error.isMissingNode()) {
            return List.of(line);
        }
        String head = String.format(Locale.ROOT, "%s %-5s %s  %s", time(json.path("@timestamp").asString(""), zone),
                json.path("log").path("level").asString(""), json.path("log").path("logger").asString(""),
                message.strip());
        String trace = error.path("stack_trace").asString(error.path("message").asString(""));
        return Stream.concat(Stream.of(head),
                trace.lines().filter(part -> !part.isBlank()).limit(LINES_OF_TRACE).map(part -> "    " + part.strip()))
                .toList();
    }

    private static JsonNode structured(String line) {
        if (line.startsWith("{")) {
            try {
                return JSON.readTree(line);
            } catch (JacksonException cutOff) {
                return JSON.createObjectNode();
            }
        }
        return JSON.createObjectNode();
    }

    private static String time(String timestamp, ZoneId zone) {
        try {
            return TIME.format(Instant.parse(timestamp).atZone(zone));
        } catch (DateTimeException noTime) {
            return timestamp;
        }
    }
}
