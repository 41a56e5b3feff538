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
import timeline.local.Component;
import timeline.local.Stack;
import timeline.local.StackException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The internal API of a service's instance, as an operator asks it. Safe for use by many threads. */
final class InternalApi {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final Stack stack;
    private final String instance;
    private final String service;

    /** The follow-service's: any instance speaks for all. */
    InternalApi(Stack stack) {
        this(stack, "follow-service", "follow-service");
    }

    /** One instance's. */
    InternalApi(Stack stack, Component instance) {
        this(stack, instance.name(), instance.kind());
    }

    private InternalApi(Stack stack, String instance, String service) {
        this.stack = stack;
        this.instance = instance;
        this.service = service;
    }

    /** @param path below {@code /internal/v1} */
    JsonNode get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    /** Sends an object with one number, and returns the answer. */
    JsonNode put(String path, String field, long value) {
        return call("PUT", path, BodyPublishers.ofString(JSON.createObjectNode().put(field, value).toString()));
    }

    /** Sends an object with one text, and returns the answer. */
    JsonNode put(String path, String field, String value) {
        return call("PUT", path, BodyPublishers.ofString(JSON.createObjectNode().put(field, value).toString()));
    }

    private JsonNode call(String method, String path, BodyPublisher body) {
        URI uri = URI.create(stack.url(instance) + "/internal/v1" + path);
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method, body)
                .header("Authorization", "Bearer " + stack.internalToken(service))
                .header("Content-Type", "application/json").build();
        // A client for each call: there are few of them, and nobody who would close a shared one.
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new StackException("the " + instance + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException unreachable) {
            throw new StackException("the " + instance + " does not answer at " + uri, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while asking the " + instance, interrupted);
        }
    }
}
