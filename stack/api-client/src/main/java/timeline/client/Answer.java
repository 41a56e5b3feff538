package timeline.client;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the gateway answered.
 *
 * @param body a missing node when there was none
 * @param took from the first byte sent to the last byte read
 */
public record Answer(int status, HttpHeaders headers, JsonNode body, Duration took) {
    public boolean isOk() {
        return status / 100 == 2;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** What the answer names as missing ({@code Timeline-Degraded}). */
    public Set<String> degraded() {
        return header("Timeline-Degraded").map(value -> Set.of(value.split(",\\s*"))).orElse(Set.of());
    }

    /**
     * This answer, if it is a good one.
     *
     * @throws UnexpectedAnswerException when it is not; its message quotes the problem
     */
    public Answer orThrow() {
        if (!isOk()) {
            throw new UnexpectedAnswerException(this);
        }
        return this;
    }
}
