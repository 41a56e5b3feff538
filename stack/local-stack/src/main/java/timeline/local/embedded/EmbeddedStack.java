package timeline.local.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import timeline.identity.Secrets;
import timeline.identity.Shares;
import timeline.identity.InternalToken;
import timeline.local.Component;
import timeline.local.Settings;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.Status;
import timeline.local.Terminal;
import timeline.local.embedded.SettingsFile.Remembered;
import timeline.local.process.Children;
import timeline.local.process.LogFile;
import timeline.local.process.Processes;
import timeline.local.process.Registry;
import timeline.local.process.Signal;
import timeline.stores.Launch;

/** The stack as processes of this machine, known by the files in its folder alone: any number of launchers see the same. */
public final class EmbeddedStack implements Stack {
    private final StackFolder folder;
    private final SettingsFile file;
    private final Children children;
    private final Plan plan;
    private final Proof proof;

    /**
     * @param root the repository, built
     * @param home where the state is kept: {@code .timeline}
     */
    public EmbeddedStack(Path root, Path home) {
        this(new StackFolder(root, home), Layout::of, new TravellingTweet());
    }

    /** For tests: other components, another proof that the whole works. */
    EmbeddedStack(StackFolder folder, Plan plan, Proof proof) {
        this.folder = folder;
        this.file = new SettingsFile(folder.settings());
        this.children = new Children(new Registry(folder.registry()), Processes.ofThisMachine());
        this.plan = plan;
        this.proof = proof;
    }

    /** Which components there are. */
    @FunctionalInterface
    interface Plan {
        List<Blueprint> components(Settings settings, StackFolder folder);
    }

    /** Shows that a stack whose components are all ready works as a whole. */
    @FunctionalInterface
    interface Proof {
        /** @throws StackException when it does not */
        void show(Stack stack, Settings settings, Terminal terminal) throws InterruptedException;
    }

    @Override
    public void check(Settings settings) {
        PortRules.check(settings, plan.components(settings, folder));
    }

    @Override
    public boolean up(Settings settings, Terminal terminal) throws InterruptedException {
        try (StackLock _ = StackLock.take(folder.lock())) {
            return new UpSequence(folder, file, children, terminal, plan, asked -> proof.show(this, asked, terminal))
                    .run(settings);
        } catch (IOException failed) {
            throw new StackException("the stack can't be started: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void down(boolean volumes, Terminal terminal) throws InterruptedException {
        try (StackLock _ = StackLock.take(folder.lock())) {
            new DownSequence(folder, file, children, terminal).run(volumes);
        } catch (IOException failed) {
            throw new StackException("data can't be deleted: " + failed.getMessage(), failed);
        }
    }

    @Override
    public List<Component> components() {
        return blueprints().stream().map(Blueprint::component).toList();
    }

    @Override
    public List<Status> status() {
        return new Observation(children).of(blueprints());
    }

    @Override
    public Status status(String name) {
        return new Observation(children).of(blueprint(name));
    }

    @Override
    public void start(String name) {
        Blueprint blueprint = blueprint(name);
        if (children.find(name).isPresent()) {
            throw new StackException(name + " is running already");
        }
        new Preflight(folder).ports(List.of(blueprint));
        try {
            var launch = blueprint.prepare();
            new LogFile(blueprint.log()).rotate();
            blueprint.start(children, launch);
        } catch (IOException failed) {
            throw new UncheckedIOException("could not start " + name, failed);
        }
    }

    /** How {@link #start} starts a component, for tests that start it in another way: the stack does not know such a process. */
    public Launch launch(String name) throws IOException {
        return blueprint(name).prepare();
    }

    @Override
    public void stop(String name) throws InterruptedException {
        requireRunning(name);
        children.stop(List.of(name), DownSequence.GRACE);
    }

    @Override
    public void kill(String name, String signal) throws InterruptedException {
        requireRunning(name);
        Signal wanted = signal(signal);
        if (!children.signal(name, wanted)) {
            throw new StackException(name + " can't be sent " + signal);
        }
        if (wanted.equals(Signal.KILL) && !children.awaitEnd(List.of(name), DownSequence.GRACE)) {
            throw new StackException(name + " is still there after SIGKILL");
        }
    }

    @Override
    public void pause(String name) {
        if (isPaused(name)) {
            throw new StackException(name + " is paused already");
        }
        children.signal(name, Signal.STOP);
    }

    @Override
    public void unpause(String name) {
        if (!isPaused(name)) {
            throw new StackException(name + " is not paused");
        }
        children.signal(name, Signal.CONT);
    }

    @Override
    public void awaitReady(String name, Duration patience) throws InterruptedException {
        new Readiness(children).await(blueprint(name), patience);
    }

    @Override
    public Path home() {
        return folder.home();
    }

    @Override
    public Path log(String name) {
        return blueprint(name).log();
    }

    @Override
    public String internalToken(String service) {
        Secrets operator = Secrets.in(folder.shares().of(Shares.OPERATOR));
        return new InternalToken(operator, Shares.OPERATOR, Clock.systemUTC()).to(service);
    }

    @Override
    public String redisPassword() {
        return folder.redisOperator().password();
    }

    private List<Blueprint> blueprints() {
        return file.read().map(Remembered::settings).map(settings -> plan.components(settings, folder))
                .orElse(List.of());
    }

    private Blueprint blueprint(String name) {
        Component known = component(name);
        return blueprints().stream().filter(blueprint -> blueprint.component().equals(known)).findFirst().orElseThrow();
    }

    private void requireRunning(String name) {
        component(name);
        if (children.find(name).isEmpty()) {
            throw new StackException(name + " is not running");
        }
    }

    private boolean isPaused(String name) {
        requireRunning(name);
        return children.vitals(name).filter(timeline.local.process.Vitals::paused).isPresent();
    }

    private static Signal signal(String name) {
        try {
            return Signal.parse(name);
        } catch (IllegalArgumentException unknown) {
            throw new StackException(String.valueOf(unknown.getMessage()), unknown);
        }
    }
}
