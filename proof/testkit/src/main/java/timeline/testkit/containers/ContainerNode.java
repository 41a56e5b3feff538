package timeline.testkit.containers;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import timeline.stores.StoreFailedException;
import timeline.testkit.Await;
import timeline.testkit.StoreNode;

/** A store in a container of its own. */
final class ContainerNode implements StoreNode {
    private static final Duration START = Duration.ofMinutes(3);
    private static final int STOP_SECONDS = 20;
    private static final int END_OF_LOG = 2_000;

    private final String name;
    private final int port;
    private final GenericContainer<?> container;
    private final IntPredicate answers;

    /** @param answers whether the store on this loopback port answers a query */
    ContainerNode(String name, int port, GenericContainer<?> container, IntPredicate answers) {
        this.name = name;
        this.port = port;
        this.container = container;
        this.answers = answers;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    /** Creates the container; its store answers later. */
    void launch() {
        container.start();
    }

    void awaitReady() {
        boolean ended = Await.within(START).value(name + " answers", () -> {
            if (answers.test(port)) {
                return Optional.of(false);
            }
            return container.isRunning() ? Optional.empty() : Optional.of(true);
        });
        if (ended) {
            String log = container.getLogs();
            throw new StoreFailedException(name + " ended while it was starting; the end of its log:\n"
                    + log.substring(Math.max(0, log.length() - END_OF_LOG)));
        }
    }

    @Override
    public void kill() {
        client().killContainerCmd(id()).exec();
        awaitGone();
    }

    @Override
    public void start() {
        client().startContainerCmd(id()).exec();
        awaitReady();
    }

    @Override
    public void stop() {
        client().stopContainerCmd(id()).withTimeout(STOP_SECONDS).exec();
        awaitGone();
    }

    @Override
    public void pause() {
        client().pauseContainerCmd(id()).exec();
    }

    @Override
    public void unpause() {
        client().unpauseContainerCmd(id()).exec();
    }

    private void awaitGone() {
        Await.that(name + " is gone",
                () -> !Boolean.TRUE.equals(client().inspectContainerCmd(id()).exec().getState().getRunning()));
    }

    private String id() {
        return container.getContainerId();
    }

    private static DockerClient client() {
        return DockerClientFactory.lazyClient();
    }
}
