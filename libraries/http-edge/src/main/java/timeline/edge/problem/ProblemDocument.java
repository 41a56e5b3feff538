package timeline.edge.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import timeline.edge.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** The JSON document of RFC 9457, with our members {@code trace_id} and {@code errors}. */
final class ProblemDocument {
    static final String CONTENT_TYPE = "application/problem+json";

    /** Its own mapper: an error must be told the same way whatever a service does to its JSON settings. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemDocument() {
    }

    static byte[] of(ProblemException occurrence, String instance, String traceId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", occurrence.problem().type());
        members.put("title", occurrence.problem().title());
        members.put("status", occurrence.problem().status());
        members.put("detail", occurrence.detail());
        members.put("instance", instance);
        members.put("trace_id", traceId);
        if (!occurrence.violations().isEmpty()) {
            members.put("errors", occurrence.violations());
        }
        return JSON.writeValueAsBytes(members);
    }
}
