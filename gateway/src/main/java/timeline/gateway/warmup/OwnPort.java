package timeline.gateway.warmup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import timeline.edge.Serving;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's own port, called as by a client: over HTTP, through every filter. */
final class OwnPort implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A call.
     *
     * @param headers the token's among them
     * @param body JSON, empty for none
     */
    record Call(String method, String path, Map<String, String> headers, String body) {
        static Call get(String path) {
            return new Call("GET", path, Map.of(), "");
        }

        static Call delete(String path) {
            return new Call("DELETE", path, Map.of(), "");
        }

        static Call post(String path, Map<String, ?> body) {
            return new Call("POST", path, Map.of("Content-Type", "application/json"), JSON.writeValueAsString(body));
        }

        Call as(String token) {
            return with("Authorization", "Bearer " + token);
        }

        Call with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Call(method, path, more, body);
        }
    }

    private final URI base;
    private final String pass;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).build();

    /** @param pass by which the port knows its own calls while it takes no others */
    OwnPort(int port, String pass) {
        this.base = URI.create("http://127.0.0.1:" + port);
        this.pass = pass;
    }

    /** What was answered, whatever the status; missing when it is no JSON, or nothing came. */
    JsonNode send(Call call) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(call.path())).timeout(PATIENCE)
                .method(call.method(),
                        call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()))
                .header(Serving.PASS, pass);
        call.headers().forEach(request::header);
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return answer.body().length == 0 ? JSON.missingNode() : JSON.readTree(answer.body());
        } catch (IOException | RuntimeException nothing) {
            return JSON.missingNode();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
