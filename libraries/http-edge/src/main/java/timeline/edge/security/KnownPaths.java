package timeline.edge.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.beans.factory.ObjectProvider;
import timeline.edge.Problem;
import timeline.edge.ProblemException;

/** Tells what the service would say to a request if the caller were known. */
final class KnownPaths {
    private final ObjectProvider<HandlerMapping> mappings;

    KnownPaths(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    static ProblemException noSuchPath() {
        return Problem.NOT_FOUND.because("No such path.");
    }

    /** The 404 or 405 that awaits the request; empty when something would serve it. */
    Optional<Exception> refusal(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        try {
            for (HandlerMapping mapping : mappings.orderedStream().toList()) {
                if (mapping.getHandler(request) != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(noSuchPath());
        } catch (HttpRequestMethodNotSupportedException | ProblemException wrongMethod) {
            return Optional.of(wrongMethod);
        } catch (Exception otherMismatch) {
            // Wrong media types and the like are told to known callers only.
            return Optional.empty();
        }
    }
}
