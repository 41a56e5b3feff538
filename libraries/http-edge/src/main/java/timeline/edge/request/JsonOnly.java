package timeline.edge.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import timeline.edge.Problem;

/**
 * Refuses a request whose {@code Accept} does not allow JSON before the controller runs: the framework would notice only when
 * it writes the answer, after the tweet was posted.
 */
public final class JsonOnly implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<String> accepts = Collections.list(request.getHeaders("Accept"));
        if (!accepts.isEmpty() && !allowsJson(accepts)) {
            throw Problem.NOT_ACCEPTABLE.because("The Accept header does not allow application/json.");
        }
        return true;
    }

    private static boolean allowsJson(List<String> accepts) {
        for (String accept : accepts) {
            for (MediaType range : parse(accept)) {
                if (range.includes(MediaType.APPLICATION_JSON) && range.getQualityValue() > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<MediaType> parse(@Nullable String accept) {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException malformed) {
            return List.of();
        }
    }
}
