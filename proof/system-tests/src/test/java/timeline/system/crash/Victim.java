package timeline.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import timeline.local.embedded.EmbeddedStack;
import timeline.local.http.Health;
import timeline.stores.Launch;
import timeline.testkit.Await;

/** A service of a running stack with tripwires in it. From its start to its end the stack takes the component for one that has exited. */
final class Victim implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(90);

    private final EmbeddedStack stack;
    private final String name;
    private final int managementPort;
    private final Launch launch;
    private final Path armed;
    private @Nullable Process process;

    private Victim(EmbeddedStack stack, String name, Launch launch, Path armed) {
        this.stack = stack;
        this.name = name;
        this.managementPort = stack.component(name).managementPort().orElseThrow();
        this.launch = launch;
        this.armed = armed;
        Runtime.getRuntime().addShutdownHook(new Thread(this::destroy));
    }

    /** Takes the place of a running service, and is ready when this returns. */
    static Victim replacing(EmbeddedStack stack, String name, Path agent) throws IOException, InterruptedException {
        Path armed = agent.resolveSibling("armed-" + name);
        Launch usual = stack.launch(name);
        List<String> command = new ArrayList<>(usual.command());
        command.add(1, "-javaagent:" + agent + "=" + armed + "=" + String.join(",", CrashPoint.placesIn(name)));
        Map<String, String> environment = new TreeMap<>(usual.environment());
        // Several pages for three followers; and whoever has died is missed by the group after 2 s, which is waited for at each point.
        environment.put("TIMELINE_FANOUT_PAGE_FOLLOWERS", "2");
        if (name.equals("fanout-service")) {
            command.add("--spring.kafka.consumer.properties.session.timeout.ms=2000");
            command.add("--spring.kafka.consumer.properties.heartbeat.interval.ms=500");
        }
        Victim victim = new Victim(stack, name, new Launch(command, environment, usual.directory(), usual.log()),
                armed);
        stack.stop(name);
        victim.start();
        victim.awaitReady();
        return victim;
    }

    /** The next pass of this point ends the process. */
    void arm(CrashPoint point) throws IOException {
        Path prepared = armed.resolveSibling("arming");
        Files.writeString(prepared, point.place());
        Files.move(prepared, armed, StandardCopyOption.ATOMIC_MOVE);
    }

    void start() throws IOException {
        process = launch.toProcessBuilder().start();
    }

    void awaitReady() {
        Await.within(READY).until(name + " is ready, or has ended",
                () -> Health.isReady(managementPort) || !alive().isAlive());
        assertThat(alive().isAlive()).as("%s ended while it was starting", name).isTrue();
    }

    /** Waits until the process has ended; whether it has. */
    boolean hasEnded(Duration patience) throws InterruptedException {
        return alive().waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The process ended by itself, at the armed place. */
    void assertStruck() {
        assertThat(alive().isAlive()).as("%s is still alive: the point was not passed", name).isFalse();
        assertThat(alive().exitValue()).as("exit status of " + name).isEqualTo(Tripwire.STATUS);
        assertThat(armed).doesNotExist();
    }

    boolean isRunning() {
        return alive().isAlive();
    }

    /** Gives the place back to the service as it is. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(armed);
        destroy();
        Await.that(name + " is gone", () -> !alive().isAlive());
        stack.start(name);
        Await.within(READY).until(name + " is ready", () -> Health.isReady(managementPort));
    }

    private void destroy() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private Process alive() {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process;
    }
}
