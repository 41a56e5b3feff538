package timeline.edge.telemetry;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.function.BiConsumer;

/** The trace of the request that this thread serves, as headers (W3C {@code traceparent}). */
public final class TraceHeaders {
    private final Tracer tracer;
    private final Propagator propagator;

    public TraceHeaders(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    public void write(BiConsumer<String, String> header) {
        Span span = tracer.currentSpan();
        if (span != null) {
            propagator.inject(span.context(), header, (sink, name, value) -> header.accept(name, value));
        }
    }
}
