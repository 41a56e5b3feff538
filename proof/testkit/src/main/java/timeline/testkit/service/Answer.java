package timeline.testkit.service;

import java.net.http.HttpHeaders;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service answered.
 *
 * @param took from the request's first byte to the answer's last one
 */
public record Answer(int status, HttpHeaders headers, String body, Duration took) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROBLEM = "urn:timeline:problem:";

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The first one of this name; empty when there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The last part of a problem's type; empty when this is no problem. */
    public String problem() {
        return header("Content-Type").startsWith("application/problem+json")
                ? json().path("type").asString().replace(PROBLEM, "")
                : "";
    }
}
