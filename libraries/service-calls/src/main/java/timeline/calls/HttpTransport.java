package timeline.calls;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with kept connections by the JDK's client. It watches its idle connections, so that those to an instance that died
 * are gone before a POST is sent down one of them; a client that looks only when it writes turns each into an error. Its work is
 * done on virtual threads: handing every answer to a pool of platform threads cost a third of the gateway's CPU.
 */
final class HttpTransport implements Transport {
    private final HttpClient client;
    private final CallHeaders callHeaders;

    HttpTransport(Duration connectTimeout, CallHeaders callHeaders) {
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connectTimeout)
                .executor(Executors.newVirtualThreadPerTaskExecutor()).followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.callHeaders = callHeaders;
    }

    @Override
    public UpstreamResponse send(String service, URI instance, UpstreamRequest request, Duration timeout,
            CompletableFuture<?> givenUp) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(message(service, instance, request),
                BodyHandlers.ofByteArray());
        try {
            // The client's own time-out ends with the headers; a body that stalls must not outlast the deadline either.
            CompletableFuture.anyOf(exchange, givenUp).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (!exchange.isDone()) {
                throw new TimeoutException("given up");
            }
            HttpResponse<byte[]> response = exchange.get();
            return new UpstreamResponse(service, response.statusCode(), response.headers().map(), response.body());
        } catch (ExecutionException failure) {
            throw asIOException(failure.getCause());
        } catch (TimeoutException tooSlow) {
            exchange.cancel(true);
            throw new IOException(service + " did not answer within its time, at most " + timeout.toMillis() + " ms",
                    tooSlow);
        } catch (InterruptedException stopped) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    /** Ends what is under way: whoever closes it has stopped serving. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private HttpRequest message(String service, URI instance, UpstreamRequest request) {
        byte[] body = request.body();
        HttpRequest.Builder message = HttpRequest.newBuilder(instance.resolve(request.path())).method(request.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        message.setHeader("Accept", "application/json");
        request.headers().forEach(message::setHeader);
        callHeaders.write(service, message::setHeader);
        return message.build();
    }

    private static IOException asIOException(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException notSent -> new NotConnectedException(notSent, false);
            case ConnectException notSent -> new NotConnectedException(notSent, true);
            case IOException maybeSent -> maybeSent;
            case null, default -> new IOException("the call failed", cause);
        };
    }
}
