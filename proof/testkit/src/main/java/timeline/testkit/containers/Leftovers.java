package timeline.testkit.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/**
 * Containers of test JVMs that were killed. Where Testcontainers' own reaper can't run (it needs an image of its own), nobody else
 * would ever remove them.
 */
final class Leftovers {
    private static final String OWNER = "timeline.testkit.jvm";

    private Leftovers() {
    }

    /** Marks a container as this JVM's. */
    static Map<String, String> label() {
        return Map.of(OWNER, name(ProcessHandle.current()));
    }

    /** Removes the containers of JVMs that are gone. */
    static void sweep() {
        DockerClient client = DockerClientFactory.lazyClient();
        List<Container> ours = client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(OWNER)).exec();
        for (Container container : ours) {
            if (!isAlive(container.getLabels().getOrDefault(OWNER, ""))) {
                remove(client, container.getId());
            }
        }
    }

    private static boolean isAlive(String owner) {
        long pid = Long.parseLong(owner.substring(0, owner.indexOf('@')));
        return ProcessHandle.of(pid).filter(process -> name(process).equals(owner)).isPresent();
    }

    /** A process number is used again one day; with the start time it is a name. */
    private static String name(ProcessHandle process) {
        return process.pid() + "@" + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static void remove(DockerClient client, String id) {
        try {
            client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
        } catch (DockerException removedByAnother) {
            // Two JVMs sweep at the same time.
        }
    }
}
