package timeline.edge;

import org.jspecify.annotations.Nullable;
import timeline.page.PageLimit;

/**
 * The {@code limit} and {@code cursor} of a request for a page. A controller method takes it as a plain argument; a repeated,
 * empty or out-of-range parameter has become a 400 before that.
 *
 * @param limit 1 to 100 items; 20 when the client does not say
 * @param cursor as the client sent it, not yet verified; null for the first page
 */
public record PageRequest(int limit, @Nullable String cursor) {
    public PageRequest {
        if (limit < PageLimit.MIN || limit > PageLimit.MAX) {
            throw new IllegalArgumentException("limit out of range: " + limit);
        }
    }
}
