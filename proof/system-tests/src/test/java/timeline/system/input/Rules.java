package timeline.system.input;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What holds of every answer, whatever was asked (G12). */
final class Rules {
    private static final Duration PROMISED = Duration.ofSeconds(2);
    /** Words of ours that a client must not learn: of the code, of machines, of queries. */
    private static final Pattern INSIDE = Pattern
            .compile("(?i)exception|stack ?trace|\\bat [a-z]+\\.|\\b(java|org|com|io|"
                    + "timeline)\\.[a-z]|127\\.0\\.0\\.1|localhost|\\b(select|insert|update|delete) .*\\b(from|into|set)\\b|"
                    + "postgres|cassandra|redis|kafka|lettuce|tomcat|spring|-service");
    private static final List<String> MEMBERS = List.of("type", "title", "detail", "trace_id");

    private Rules() {
    }

    /** What is wrong with the answer; empty when nothing is. */
    static List<String> violations(RawRequest request, Reply reply) {
        List<String> violations = new ArrayList<>();
        if (reply.took().compareTo(PROMISED) > 0) {
            violations.add("it took " + reply.took().toMillis() + " ms");
        }
        if (reply.status() == 500) {
            violations.add("a defect");
        }
        if (reply.status() >= 300 && reply.status() < 400) {
            violations.add("a redirection");
        }
        if (reply.status() >= 400) {
            problem(request, reply, violations);
        }
        if (!"nosniff".equals(reply.header("x-content-type-options"))) {
            violations.add("X-Content-Type-Options is missing");
        }
        return violations;
    }

    private static void problem(RawRequest request, Reply reply, List<String> violations) {
        if (!reply.header("content-type").equals("application/problem+json")) {
            violations.add("no problem, but " + reply.header("content-type"));
        }
        if (request.method().equals("HEAD")) {
            return;
        }
        JsonNode problem = reply.json();
        if (problem.path("status").asInt(0) != reply.status()) {
            violations.add("the status in the body is another");
        }
        for (String member : MEMBERS) {
            if (problem.path(member).asString("").isEmpty()) {
                violations.add(member + " is missing");
            }
        }
        if (!problem.path("instance").isString()) {
            violations.add("instance is missing");
        }
        // The instance is the request's own path, whatever the client wrote there.
        String said = problem.path("title") + " " + problem.path("detail") + " " + problem.path("errors");
        if (INSIDE.matcher(said).find()) {
            violations.add("it tells of the inside");
        }
    }
}
