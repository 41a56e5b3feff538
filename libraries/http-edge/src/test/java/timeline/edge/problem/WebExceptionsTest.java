package timeline.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import timeline.edge.Problem;

class WebExceptionsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Problems problems = new Problems(List.of(new WebExceptions()), meters);

    @Test
    void aCallerWhoGaveUpIsNoDefect() {
        IOException gone = new AsyncRequestNotUsableException("ServletResponse failed to flushBuffer: Broken pipe");

        assertThat(problems.of(gone).problem()).isEqualTo(Problem.TIMEOUT);
        assertThat(meters.find("http.problems").tag("type", Problem.INTERNAL.slug()).counter()).isNull();
    }

    @Test
    void whatNobodyKnowsIsADefect() {
        assertThat(problems.of(new IllegalStateException("whatever")).problem()).isEqualTo(Problem.INTERNAL);
    }
}
