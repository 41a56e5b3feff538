package timeline.system.compose;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the engine says of one running container. */
record Container(JsonNode inspected) {
    static List<Container> of(String inspectOutput) {
        return elements(new JsonMapper().readTree(inspectOutput)).map(Container::new).toList();
    }

    /** As in the compose file: {@code redis-1}. */
    String component() {
        return inspected.path("Config").path("Labels").path("com.docker.compose.service").asString("");
    }

    String user() {
        return inspected.path("Config").path("User").asString("");
    }

    boolean hasReadOnlyRoot() {
        return host().path("ReadonlyRootfs").asBoolean(false);
    }

    List<String> droppedCapabilities() {
        return texts(host().path("CapDrop"));
    }

    List<String> addedCapabilities() {
        return texts(host().path("CapAdd"));
    }

    List<String> securityOptions() {
        return texts(host().path("SecurityOpt"));
    }

    long memoryLimitBytes() {
        return host().path("Memory").asLong(0);
    }

    long processLimit() {
        return host().path("PidsLimit").asLong(0);
    }

    String restartPolicy() {
        return host().path("RestartPolicy").path("Name").asString("");
    }

    List<String> environment() {
        return texts(inspected.path("Config").path("Env"));
    }

    /** Doors to this machine, as {@code address:port}. */
    List<String> publishedAddresses() {
        return inspected.path("NetworkSettings").path("Ports").values().stream().flatMap(Container::elements)
                .map(door -> door.path("HostIp").asString("") + ":" + door.path("HostPort").asString("")).toList();
    }

    private JsonNode host() {
        return inspected.path("HostConfig");
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::stringValue).toList();
    }

    private static java.util.stream.Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return component();
    }
}
