package timeline.calls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import timeline.edge.json.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What an instance answered, whole. */
public final class UpstreamResponse {
    private static final JsonMapper JSON = StrictJson.tolerantMapper();

    private final String service;
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /** @param headers by their names; the map finds a name in any case */
    UpstreamResponse(String service, int status, Map<String, List<String>> headers, byte[] body) {
        this.service = service;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The first header of the name, in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    /** All headers by their names, as the instance spells them. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The body as it came; not to be changed. */
    public byte[] bytes() {
        return body;
    }

    /**
     * The body as a value.
     *
     * @throws UpstreamUnavailableException when the status is not 2xx, or the body is not that value: an answer that cannot be
     *     used is as good as none
     */
    public <T> T body(Class<T> type) {
        if (status / 100 != 2) {
            throw UpstreamUnavailableException.answered(service, this);
        }
        try {
            return JSON.readValue(body, type);
        } catch (JacksonException unusable) {
            throw UpstreamUnavailableException.failed(service, unusable);
        }
    }
}
