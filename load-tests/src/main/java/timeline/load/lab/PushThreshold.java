package timeline.load.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import timeline.local.Stack;
import timeline.local.StackException;
import tools.jackson.databind.json.JsonMapper;

/** The push threshold of a running stack, through the social graph's internal API. */
final class PushThreshold {
    private static final JsonMapper JSON = new JsonMapper();

    private final Stack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    PushThreshold(Stack stack) {
        this.stack = stack;
    }

    long get() throws InterruptedException {
        return JSON.readTree(send(request().GET().build())).path("followers").asLong();
    }

    void set(long followers) throws InterruptedException {
        send(request().header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.createObjectNode().put("followers", followers).toString())).build());
    }

    private HttpRequest.Builder request() {
        URI threshold = stack.url("follow-service").resolve("/internal/v1/threshold");
        return HttpRequest.newBuilder(threshold).header("Authorization", "Bearer " + stack.internalToken("lab"));
    }

    private String send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new StackException("the threshold could not be read or set: " + response.statusCode());
            }
            return response.body();
        } catch (IOException unreachable) {
            throw new StackException("follow-service does not answer", unreachable);
        }
    }
}
