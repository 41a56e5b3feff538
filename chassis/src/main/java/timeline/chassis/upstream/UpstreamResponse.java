package timeline.chassis.upstream;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What an instance answered, whole. */
public final class UpstreamResponse {
    private final String service;
    private final int status;
    private final byte[] body;
    private final UnaryOperator<@Nullable String> headers;
    private final JsonMapper json;

    UpstreamResponse(String service, int status, byte[] body, UnaryOperator<@Nullable String> headers,
            JsonMapper json) {
        this.service = service;
        this.status = status;
        this.body = body;
        this.headers = headers;
        this.json = json;
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    /**
     * The body as a value.
     *
     * @throws UpstreamUnavailableException when the status is not 2xx, or the body is not that value: an answer that cannot be
     *     used is as good as none
     */
    public <T> T body(Class<T> type) {
        if (status / 100 != 2) {
            throw new UpstreamUnavailableException(service, true, new IllegalStateException("status " + status));
        }
        try {
            return json.readValue(body, type);
        } catch (JacksonException unusable) {
            throw new UpstreamUnavailableException(service, true, unusable);
        }
    }
}
