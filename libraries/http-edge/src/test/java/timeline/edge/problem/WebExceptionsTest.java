package timeline.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import timeline.edge.Problem;

class WebExceptionsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Problems problems = new Problems(List.of(new WebExceptions()), meters);

    @Test
    void aCallerWhoGaveUpIsNoDefect() {
        for (Exception gone : List.of(
                new AsyncRequestNotUsableException("ServletResponse failed to flushBuffer: Broken pipe"),
                new ClientAbortException(new EOFException()),
                new UncheckedIOException(new ClientAbortException(new SocketException("Connection reset"))))) {
            assertThat(problems.of(gone).problem()).isEqualTo(Problem.CLIENT_GONE);
        }
        assertThat(meters.find("http.problems").tag("type", Problem.INTERNAL.slug()).counter()).isNull();
    }

    @Test
    void aConnectionOfOursThatBreaksIsADefect() {
        assertThat(problems.of(new UncheckedIOException(new SocketException("Connection reset"))).problem())
                .isEqualTo(Problem.INTERNAL);
    }

    @Test
    void whatNobodyKnowsIsADefect() {
        assertThat(problems.of(new IllegalStateException("whatever")).problem()).isEqualTo(Problem.INTERNAL);
    }
}
