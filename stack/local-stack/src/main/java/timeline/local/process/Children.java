package timeline.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import timeline.stores.Launch;

/** The registered processes: starts them detached, finds them again, signals and stops them, whoever started them. */
public final class Children {
    private static final Duration BECOMES_ITSELF = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 20;
    private static final String LAUNCH = resource("launch.sh");
    private static final String SUPERVISE = resource("supervise.sh");

    /** Longer than a service takes to start on a busy machine, and a gateway to warm up. */
    private static final Duration STARTING = Duration.ofSeconds(30);

    private final Registry registry;
    private final Processes processes;
    private final String starting;

    public Children(Registry registry, Processes processes) {
        this(registry, processes, STARTING);
    }

    /** @param starting how long a process is before all that have run for longer, when there is more to do than the processors can */
    Children(Registry registry, Processes processes, Duration starting) {
        this.registry = registry;
        this.processes = processes;
        this.starting = Long.toString(starting.toSeconds());
    }

    /**
     * Starts a process that outlives this one and its terminal. When this method returns, or the caller is killed at any
     * moment, the process is in the registry.
     *
     * @param stop asks it to end in an orderly way
     * @param version what is started, to be found in the {@link Entry} again
     * @throws IllegalStateException when a process of this name lives already, or it could not be started
     */
    public ProcessId start(String name, Signal stop, String version, Launch launch) {
        return start(name, launch.through("sh", "-c", LAUNCH, "launch.sh", starting, registry.file(name).toString(),
                Registry.beginning(name, stop, version, launch)));
    }

    /**
     * {@link #start} for a process that is started again whenever it ends by itself, that is with a status of failure: after a second, and
     * after twice as long each time, up to 30 s. What was killed or asked to end stays so. Its log says when that happens.
     */
    public ProcessId startSupervised(String name, Signal stop, String version, Launch launch) {
        return start(name, launch.through("sh", "-c", SUPERVISE, "supervise.sh", LAUNCH, name, launch.log().toString(),
                starting, registry.file(name).toString(), Registry.beginning(name, stop, version, launch)));
    }

    private ProcessId start(String name, Launch detached) {
        if (find(name).isPresent()) {
            throw new IllegalStateException(name + " is running already");
        }
        registry.forget(name);
        try {
            Files.createDirectories(registry.file(name).getParent());
            return registered(name, detached.toProcessBuilder().start());
        } catch (IOException failed) {
            throw new IllegalStateException("could not start " + name + ": " + failed.getMessage(), failed);
        }
    }

    private ProcessId registered(String name, Process process) {
        long deadline = System.nanoTime() + BECOMES_ITSELF.toNanos();
        while (true) {
            Optional<ProcessId> entry = registry.find(name).map(Entry::process);
            if (entry.isPresent()) {
                return entry.get();
            }
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " ended before it began");
            }
            pause();
        }
    }

    /** The living process of this name. */
    public Optional<ProcessId> find(String name) {
        return registry.find(name).map(Entry::process).filter(processes::alive);
    }

    /** All that live. */
    public List<Entry> alive() {
        return registry.all().stream().filter(entry -> processes.alive(entry.process())).toList();
    }

    /** @return empty when it does not live */
    public Optional<Vitals> vitals(String name) {
        return registry.find(name).map(Entry::process).flatMap(processes::vitals);
    }

    /**
     * Sends a signal to the process and its children: a paused PostgreSQL whose back ends go on would not be paused.
     *
     * @return false when it does not live
     */
    public boolean signal(String name, Signal signal) {
        return find(name).map(process -> signalFamily(process, signal)).orElse(false);
    }

    /** Until nobody new is found: a process may have had another child just before the signal reached it. */
    private boolean signalFamily(ProcessId process, Signal signal) {
        boolean received = false;
        Set<Long> sent = new HashSet<>();
        while (true) {
            List<Long> others = processes.tree(process).stream().filter(sent::add).toList();
            if (others.isEmpty()) {
                return received;
            }
            received |= signal.send(others);
        }
    }

    /**
     * Stops processes side by side: each is asked in its own way; what is still there after the grace is killed. When it
     * returns, they have gone and are forgotten.
     *
     * @return the names of those that had to be killed
     */
    public List<String> stop(List<String> names, Duration grace) throws InterruptedException {
        List<Entry> asked = names.stream().map(registry::find).flatMap(Optional::stream).toList();
        for (Entry entry : asked) {
            find(entry.name()).ifPresent(process -> ask(entry, process));
        }
        awaitEnd(names, grace);
        List<String> stubborn = names.stream().filter(name -> find(name).isPresent()).toList();
        stubborn.forEach(name -> signal(name, Signal.KILL));
        awaitEnd(stubborn, BECOMES_ITSELF);
        for (Entry entry : asked) {
            if (processes.alive(entry.process())) {
                throw new IllegalStateException(entry.name() + " (pid " + entry.process().pid() + ") can't be stopped");
            }
            registry.forget(entry.name());
        }
        return stubborn;
    }

    private void ask(Entry entry, ProcessId process) {
        entry.stop().send(List.of(process.pid()));
        // A paused process receives nothing but SIGKILL until it goes on.
        Signal.CONT.send(processes.tree(process));
    }

    /** Removes the entries of processes that have ended. */
    public void forgetTheDead() {
        registry.all().stream().filter(entry -> !processes.alive(entry.process())).map(Entry::name)
                .forEach(registry::forget);
    }

    /** Waits until a process has ended, however it ends. */
    public boolean awaitEnd(List<String> names, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (names.stream().anyMatch(name -> find(name).isPresent())) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS / 4);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String resource(String name) {
        try (InputStream script = Children.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
