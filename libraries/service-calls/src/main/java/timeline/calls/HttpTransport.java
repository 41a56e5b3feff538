package timeline.calls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import timeline.calls.InstanceConnection.Answer;

/**
 * HTTP/1.1 with kept connections, each read and written by the thread whose call it is. Virtual threads made that the cheap way: a client
 * with a selector and an executor of its own hands each answer on twice, and took twice to three times the processor time (ADR 6).
 */
final class HttpTransport implements Transport {
    private final Duration connectTimeout;
    private final CallHeaders callHeaders;
    private final LongSupplier nanos;
    private final KeptConnections connections;

    HttpTransport(Duration connectTimeout, CallHeaders callHeaders, LongSupplier nanos) {
        this.connectTimeout = connectTimeout;
        this.callHeaders = callHeaders;
        this.nanos = nanos;
        this.connections = new KeptConnections(nanos);
    }

    @Override
    public UpstreamResponse send(String service, URI instance, UpstreamRequest request, Duration timeout,
            CompletableFuture<?> givenUp) throws IOException {
        long end = nanos.getAsLong() + timeout.toNanos();
        ClassicHttpRequest question = question(service, instance, request);
        InstanceConnection connection = connections.take(instance,
                timeout.compareTo(connectTimeout) < 0 ? timeout : connectTimeout);
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        // Of both, so that nothing of this call stays with what may never be given up.
        var _ = CompletableFuture.anyOf(over, givenUp).thenRun(() -> {
            if (!over.isDone()) {
                connection.close();
            }
        });
        try {
            Answer answer = connection.exchange(question, end);
            return new UpstreamResponse(service, answer.status(), answer.headers(), answer.body());
        } catch (IOException failure) {
            throw explained(failure, service, timeout, givenUp.isDone());
        } finally {
            over.complete(true);
            connections.giveBack(instance, connection);
        }
    }

    @Override
    public void lookAfterIdle() {
        connections.endOld();
    }

    /** Ends what is under way: whoever closes it has stopped serving. */
    @Override
    public void close() {
        connections.close();
    }

    private ClassicHttpRequest question(String service, URI instance, UpstreamRequest request) {
        ClassicHttpRequest question = new BasicClassicHttpRequest(request.method(), request.path());
        question.setHeader(HttpHeaders.HOST, instance.getAuthority());
        question.setHeader(HttpHeaders.ACCEPT, "application/json");
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            question.setHeader(header.getKey(), header.getValue());
        }
        callHeaders.write(service, question::setHeader);
        byte[] body = request.body();
        if (body != null) {
            question.setHeader(HttpHeaders.CONTENT_LENGTH, body.length);
            question.setEntity(new ByteArrayEntity(body, null));
        } else if (!Method.isSafe(request.method())) {
            question.setHeader(HttpHeaders.CONTENT_LENGTH, 0);
        }
        return question;
    }

    private static IOException explained(IOException failure, String service, Duration timeout, boolean givenUp) {
        if (Thread.currentThread().isInterrupted()) {
            return new InterruptedIOException("interrupted");
        }
        if (failure instanceof SocketTimeoutException || givenUp) {
            TimeoutException tooSlow = new TimeoutException(givenUp ? "given up" : failure.getMessage());
            tooSlow.addSuppressed(failure);
            return new IOException(service + " did not answer within its time, at most " + timeout.toMillis() + " ms",
                    tooSlow);
        }
        return failure;
    }
}
