package timeline.system.input;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The document that the gateway serves, held against what it answers. An answer of another status, with an undescribed header or
 * an undescribed member in its body is a violation. Safe for use by many threads.
 */
final class ApiContract {
    private static final String NAME = "urn:timeline:openapi";
    /** Told to nobody, but for a client that says it will send no more in mid-request, and still listens. */
    private static final int CLIENT_GONE = 499;
    /** Of HTTP itself. */
    private static final Set<String> NOT_DESCRIBED = Set.of("content-type", "content-length", "date", "connection",
            "keep-alive", "transfer-encoding", "allow");

    private final List<Operation> operations = new ArrayList<>();
    private final JsonNode document;
    private final SchemaRegistry schemas;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** @param document as it is served */
    ApiContract(JsonNode document) {
        document.path("paths").forEachEntry((path, item) -> item.propertyNames().stream()
                .filter(name -> !name.equals("parameters"))
                .forEach(method -> operations.add(Operation.of(document, path, method))));
        this.document = closed(document.deepCopy());
        this.schemas = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31(),
                builder -> builder.schemas(Map.of(NAME, this.document.toString())));
    }

    List<Operation> operations() {
        return operations;
    }

    /** What the answer has that the document does not allow. */
    List<String> violations(RawRequest request, Reply reply) {
        String path = Targets.path(request.target());
        List<Operation> here = operations.stream().filter(operation -> operation.path().matcher(path).matches())
                .toList();
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        Optional<Operation> operation = here.stream().filter(one -> one.method().equals(method)).findFirst();
        if (operation.isPresent()) {
            return described(operation.get(), request, reply);
        }
        List<String> violations = new ArrayList<>();
        if (reply.status() < 400) {
            violations.add("the document knows no " + method + " " + path);
        }
        if (reply.status() == 405 && !here.isEmpty() && !allowed(here).equals(reply.header("allow"))) {
            violations.add("Allow is not " + allowed(here));
        }
        return violations;
    }

    private static String allowed(List<Operation> operations) {
        return operations.stream().map(Operation::method)
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method)).sorted()
                .collect(Collectors.joining(", "));
    }

    private List<String> described(Operation operation, RawRequest request, Reply reply) {
        String status = Integer.toString(reply.status());
        if (reply.status() == CLIENT_GONE && !request.framed()) {
            return List.of();
        }
        String answer = operation.answers().get(status);
        if (answer == null) {
            return List.of("the document knows no " + status + " of " + operation.id());
        }
        List<String> violations = new ArrayList<>(headers(answer, reply));
        String type = reply.status() < 400 ? "application/json" : "application/problem+json";
        boolean hasBody = document.at(answer).path("content").has(type);
        if (!hasBody && !reply.text().isEmpty()) {
            violations.add("the document knows no body of " + status);
        } else if (hasBody && !request.method().equals("HEAD")) {
            String schema = answer + "/content/" + type.replace("/", "~1") + "/schema";
            violations.addAll(errors("the body", schema, reply.json()));
        }
        if (hasBody && !type.equals(reply.header("content-type"))) {
            violations.add("the document knows no " + reply.header("content-type") + " of " + operation.id());
        }
        seen.add(operation.id() + " " + status);
        seen.add(reply.problem());
        return violations;
    }

    private List<String> headers(String answer, Reply reply) {
        List<String> violations = new ArrayList<>();
        Set<String> names = new TreeSet<>(NOT_DESCRIBED);
        document.at(answer).path("headers").forEachEntry((header, description) -> {
            String name = header.toLowerCase(Locale.ROOT);
            names.add(name);
            String pointer = Operation.referred(description, answer + "/headers/" + header);
            List<String> values = reply.headers().getOrDefault(name, List.of());
            if (values.isEmpty() && document.at(pointer).path("required").asBoolean(false)) {
                violations.add("the header " + header + " is missing");
            } else if (values.size() > 1) {
                violations.add("the header " + header + " is repeated");
            } else if (!values.isEmpty()) {
                violations.addAll(errors("the header " + header, pointer + "/schema",
                        StringNode.valueOf(values.getFirst())));
            }
        });
        reply.headers().keySet().stream().filter(name -> !names.contains(name))
                .forEach(name -> violations.add("the document knows no header " + name + " here"));
        return violations;
    }

    private List<String> errors(String what, String pointer, JsonNode value) {
        Schema schema = compiled.computeIfAbsent(pointer,
                where -> schemas.getSchema(SchemaLocation.of(NAME + "#" + where)));
        return schema.validate(value).stream().map(error -> what + ": " + error).toList();
    }

    /** What is described and was not seen, as {@code operation status} and as problem types. */
    Set<String> unseen() {
        Set<String> unseen = new TreeSet<>();
        operations.forEach(operation -> operation.answers().forEach((status, answer) -> {
            unseen.add(operation.id() + " " + status);
            document.at(answer).findValues("enum").forEach(types -> types.forEach(type -> unseen.add(slug(type))));
            document.at(answer).findValues("const").forEach(type -> unseen.add(slug(type)));
        }));
        unseen.removeIf(name -> name.isEmpty() || seen.contains(name));
        return unseen;
    }

    /** Empty for whatever is no problem type. */
    private static String slug(JsonNode type) {
        String text = type.asString("");
        return text.startsWith(Reply.TYPES) ? text.substring(Reply.TYPES.length()) : "";
    }

    /** For the test no object has members that are not described; clients are told that more may come. */
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties")
                && object.path("type").asString("").equals("object") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiContract::closed);
        return node;
    }
}
