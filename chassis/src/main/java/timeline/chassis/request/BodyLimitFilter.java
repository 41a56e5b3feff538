package timeline.chassis.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import timeline.chassis.Problem;
import timeline.chassis.ProblemException;

/** Refuses bodies above the limit: at once where the length is declared, at the first byte too many where it is chunked. */
public final class BodyLimitFilter extends OncePerRequestFilter {
    private final long limitBytes;

    public BodyLimitFilter(DataSize limit) {
        this.limitBytes = limit.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limitBytes) {
            throw tooLarge();
        }
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        chain.doFilter(chunked ? new Counted(request, limitBytes) : request, response);
    }

    static ProblemException tooLarge() {
        return Problem.BODY_TOO_LARGE.because("At most 16 KiB are taken.");
    }

    private static final class Counted extends HttpServletRequestWrapper {
        private final long limitBytes;

        private Counted(HttpServletRequest request, long limitBytes) {
            super(request);
            this.limitBytes = limitBytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedInput(super.getInputStream(), limitBytes);
        }
    }
}
