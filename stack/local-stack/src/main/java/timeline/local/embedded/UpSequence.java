package timeline.local.embedded;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import timeline.identity.Secrets;
import timeline.local.Settings;
import timeline.local.Settings.Compiler;
import timeline.local.StackException;
import timeline.local.Status.State;
import timeline.local.Terminal;
import timeline.local.embedded.EmbeddedStack.Plan;
import timeline.local.embedded.SettingsFile.Remembered;
import timeline.local.process.Children;
import timeline.local.process.Entry;
import timeline.local.OnInterrupt;

/**
 * Brings a stack up: fresh, again after {@code down}, or whatever a killed launcher and killed processes have left of it. The
 * caller holds the lock.
 */
final class UpSequence {
    private final StackFolder folder;
    private final SettingsFile file;
    private final Children children;
    private final Terminal terminal;
    private final Plan plan;
    private final Whole whole;

    UpSequence(StackFolder folder, SettingsFile file, Children children, Terminal terminal, Plan plan, Whole whole) {
        this.folder = folder;
        this.file = file;
        this.children = children;
        this.terminal = terminal;
        this.plan = plan;
        this.whole = whole;
    }

    /** Shows that the stack works as a whole. */
    @FunctionalInterface
    interface Whole {
        void show(Settings settings) throws InterruptedException;
    }

    /** @return whether anything had to be started */
    boolean run(Settings asked) throws InterruptedException, IOException {
        folder.create();
        Optional<Remembered> before = file.read();
        Settings settings = before.map(remembered -> merge(remembered.settings(), asked)).orElse(asked);
        List<Blueprint> layout = plan.components(settings, folder);
        boolean complete = before.filter(Remembered::complete).isPresent();
        if (complete && outdated(layout).isEmpty() && isWhole(layout)) {
            return false;
        }
        Undo undo = new Undo(children);
        try (OnInterrupt _ = new OnInterrupt(() -> abandon(undo, before))) {
            start(before, settings, layout, undo);
            whole.show(settings);
            file.write(new Remembered(settings, true));
            return true;
        } catch (RuntimeException | IOException | InterruptedException failure) {
            if (undo.isOver()) {
                // Ctrl-C: the hook is taking everything back, and these are only its consequences.
                throw new InterruptedException("interrupted while starting");
            }
            takeBack(undo, before);
            throw failure;
        }
    }

    private void start(Optional<Remembered> before, Settings settings, List<Blueprint> layout, Undo undo)
            throws InterruptedException, IOException {
        restartOutdated(layout);
        List<Blueprint> missing = layout.stream().filter(blueprint -> children.find(blueprint.name()).isEmpty())
                .toList();
        new Preflight(folder).check(missing);
        Secrets.in(folder.secrets()).generateMissing();
        folder.shares().handOut();
        file.write(new Remembered(settings, before.map(Remembered::complete).orElse(false)));
        terminal.progress(missing.size() == layout.size()
                ? "starting " + missing.size() + " components"
                : "starting " + missing.size() + " of " + layout.size() + " components; the others are running");
        new Startup(layout, children, undo, terminal, folder::cacheFormat).run();
    }

    /** Whether everything runs and answers. */
    private boolean isWhole(List<Blueprint> layout) {
        return new Observation(children).of(layout).stream().allMatch(status -> status.state() == State.RUNNING);
    }

    /** What runs, but another build, or with other settings than those asked for. */
    private List<String> outdated(List<Blueprint> layout) {
        Map<String, String> running = children.alive().stream().collect(Collectors.toMap(Entry::name, Entry::version));
        return layout.stream().filter(blueprint -> running.containsKey(blueprint.name())
                && !blueprint.version().equals(running.get(blueprint.name()))).map(Blueprint::name).toList();
    }

    /** Stops what is outdated; the start that follows makes it anew. */
    private void restartOutdated(List<Blueprint> layout) throws InterruptedException {
        List<String> names = outdated(layout);
        if (!names.isEmpty()) {
            terminal.progress("stopping, to start anew: " + String.join(" ", names));
            children.stop(names, DownSequence.GRACE);
        }
    }

    private void abandon(Undo undo, Optional<Remembered> before) {
        terminal.progress("interrupted: stopping what was started");
        try {
            takeBack(undo, before);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    /** A stack that was whole before keeps what it had; one that never was is not left in halves. */
    private void takeBack(Undo undo, Optional<Remembered> before) throws InterruptedException {
        boolean wasWhole = before.filter(Remembered::complete).isPresent();
        undo.takeBack(!wasWhole);
        children.forgetTheDead();
        if (wasWhole) {
            file.write(before.get());
        } else {
            file.delete();
        }
    }

    /** What was not asked for stays as it was; a component can't move to another port while the stack is up. */
    private static Settings merge(Settings before, Settings asked) {
        Map<String, Integer> ports = new TreeMap<>(before.ports());
        ports.putAll(asked.ports());
        boolean moves = !ports.equals(new TreeMap<>(before.ports()))
                || (asked.portOffset() != 0 && asked.portOffset() != before.portOffset());
        if (moves) {
            throw new StackException("the stack is up on other ports: ./timeline down first");
        }
        Compiler compiler = asked.compiler() == Compiler.FULL ? Compiler.FULL : before.compiler();
        return new Settings(before.ha() || asked.ha(), asked.threshold(), before.portOffset(), ports, compiler);
    }
}
