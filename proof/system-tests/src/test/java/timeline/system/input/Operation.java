package timeline.system.input;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One call, as the document describes it.
 *
 * @param path what its path looks like
 * @param open whether it needs no token
 * @param answers what may be answered: by status, where it stands in the document
 */
record Operation(String id, String method, Pattern path, boolean open, Map<String, String> answers) {
    static Operation of(JsonNode document, String template, String method) {
        String pointer = "/paths/" + template.replace("/", "~1") + "/" + method;
        JsonNode operation = document.at(pointer);
        Map<String, String> answers = new TreeMap<>();
        operation.path("responses").forEachEntry((status, answer) -> answers.put(status,
                referred(answer, pointer + "/responses/" + status)));
        Pattern path = Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[a-z_]+}", "[^/]+"));
        return new Operation(operation.path("operationId").asString(), method.toUpperCase(Locale.ROOT), path,
                operation.has("security"), answers);
    }

    /** Where a node stands that may only refer to another. */
    static String referred(JsonNode node, String pointer) {
        return node.has("$ref") ? node.path("$ref").asString().substring(1) : pointer;
    }
}
