package timeline.local.embedded;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of a log, made fit for a terminal: structured logs carry far more than somebody in need of the cause wants to read. */
final class LogLine {
    private static final int LONGEST = 600;
    private static final JsonMapper JSON = new JsonMapper();

    private LogLine() {
    }

    /** The level and the message of a structured line; any other line as it is; shortened. */
    static String readable(String line) {
        String text = line.startsWith("{") ? ofStructured(line) : line;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String ofStructured(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            String message = json.path("message").asString("");
            String error = json.path("error").path("message").asString("");
            return message.isEmpty()
                    ? line
                    : json.path("log").path("level").asString("") + " " + message.strip()
                            + (error.isEmpty() ? "" : ": " + error);
        } catch (JacksonException cutOff) {
            return line;
        }
    }
}
