package timeline.edge.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import timeline.deadline.Deadline;
import timeline.edge.Problem;
import timeline.edge.ProblemException;

/**
 * Bounds every body in size and in time: too large is refused at once where the length is declared and at the first byte too
 * many where it is chunked; too slow when the request's deadline passes. Compressed bodies are not taken: their size is a lie.
 */
public final class BodyFilter extends OncePerRequestFilter {
    private final long limitBytes;

    public BodyFilter(DataSize limit) {
        this.limitBytes = limit.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long declaredBytes = request.getContentLengthLong();
        if (declaredBytes > limitBytes) {
            throw tooLarge();
        }
        boolean hasBody = declaredBytes > 0 || request.getHeader("Transfer-Encoding") != null;
        if (hasBody && request.getHeader("Content-Encoding") != null) {
            throw Problem.UNSUPPORTED_MEDIA_TYPE.because("Bodies are not taken in any Content-Encoding.");
        }
        chain.doFilter(hasBody ? new Bounded(request, limitBytes) : request, response);
    }

    static ProblemException tooLarge() {
        return Problem.BODY_TOO_LARGE.because("At most 16 KiB are taken.");
    }

    private static final class Bounded extends HttpServletRequestWrapper {
        private final long limitBytes;

        private Bounded(HttpServletRequest request, long limitBytes) {
            super(request);
            this.limitBytes = limitBytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedBody(super.getInputStream(), limitBytes, Deadline.current());
        }
    }
}
