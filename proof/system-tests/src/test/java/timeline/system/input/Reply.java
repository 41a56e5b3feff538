package timeline.system.input;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back.
 *
 * @param headers by their names in lower case
 * @param took from the first byte sent to the last byte read
 */
record Reply(int status, Map<String, List<String>> headers, String text, Duration took) {
    /** What every problem's type begins with. */
    static final String TYPES = "urn:timeline:problem:";

    /** The header's values, joined; empty when there is none. */
    String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    /** The body; a missing node when it is no JSON. */
    JsonNode json() {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException none) {
            return MissingNode.getInstance();
        }
    }

    /** The last part of the problem's type; empty when it is none. */
    String problem() {
        return json().path("type").asString("").replace(TYPES, "");
    }

    @Override
    public String toString() {
        return status + " after " + took.toMillis() + " ms " + headers + " " + text;
    }
}
