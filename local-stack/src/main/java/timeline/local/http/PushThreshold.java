package timeline.local.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import timeline.local.Stack;
import timeline.local.StackException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The number of followers from which an author's tweets are left for read time instead of being pushed; 0 pulls all, {@link
 * Long#MAX_VALUE} never pulls. Kept by the follow-service; in force for the next tweet.
 */
public final class PushThreshold {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final Stack stack;

    public PushThreshold(Stack stack) {
        this.stack = stack;
    }

    /** The threshold now, in followers. */
    public long current() {
        return call("GET", BodyPublishers.noBody());
    }

    /** @return the threshold that is in force from now on, in followers */
    public long change(long followers) {
        return call("PUT", BodyPublishers.ofString(JSON.createObjectNode().put("followers", followers).toString()));
    }

    private long call(String method, BodyPublisher body) {
        URI uri = URI.create(stack.url("follow-service") + "/internal/v1/threshold");
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method, body)
                .header("Authorization", "Bearer " + stack.internalToken("local-stack"))
                .header("Content-Type", "application/json").build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new StackException("the follow-service answered " + answer.statusCode() + ": " + answer.body());
            }
            JsonNode followers = JSON.readTree(answer.body()).path("followers");
            return followers.asLong();
        } catch (IOException unreachable) {
            throw new StackException("the follow-service does not answer at " + uri, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while asking the follow-service", interrupted);
        }
    }
}
