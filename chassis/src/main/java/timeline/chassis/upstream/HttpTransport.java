package timeline.chassis.upstream;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import timeline.chassis.json.StrictJson;
import tools.jackson.databind.json.JsonMapper;

/** HTTP/1.1 with kept connections by the JDK's client. */
final class HttpTransport implements Transport {
    private final HttpClient client;
    private final CallHeaders callHeaders;
    private final JsonMapper json = StrictJson.tolerantMapper();

    HttpTransport(Duration connectTimeout, CallHeaders callHeaders) {
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER).build();
        this.callHeaders = callHeaders;
    }

    @Override
    public UpstreamResponse send(String service, URI instance, UpstreamRequest request, Duration timeout)
            throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(instance.resolve(request.path())).timeout(timeout)
                .method(request.method(), body(request.body())).setHeader("Accept", "application/json");
        if (request.body() != null) {
            builder.setHeader("Content-Type", "application/json");
        }
        callHeaders.write(builder::setHeader);
        request.headers().forEach(builder::setHeader);
        try {
            HttpResponse<byte[]> response = client.send(builder.build(), BodyHandlers.ofByteArray());
            return new UpstreamResponse(service, response.statusCode(), response.body(),
                    name -> response.headers().firstValue(name).orElse(null), json);
        } catch (ConnectException | HttpConnectTimeoutException notSent) {
            throw new NotConnectedException(notSent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private BodyPublisher body(@Nullable Object body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    }
}
