package timeline.local.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import timeline.local.Terminal;
import timeline.local.process.Children;
import timeline.local.process.Entry;

/** Takes a stack down: the services first, which still want to finish their work on the stores. The caller holds the lock. */
final class DownSequence {
    /** After this an orderly end is not waited for any longer. */
    static final Duration GRACE = Duration.ofSeconds(20);

    private final StackFolder folder;
    private final SettingsFile file;
    private final Children children;
    private final Terminal terminal;

    DownSequence(StackFolder folder, SettingsFile file, Children children, Terminal terminal) {
        this.folder = folder;
        this.file = file;
        this.children = children;
        this.terminal = terminal;
    }

    void run(boolean volumes) throws InterruptedException, IOException {
        // The registry knows what runs, whatever the settings say, or said when it was started.
        List<String> alive = children.alive().stream().map(Entry::name).toList();
        List<String> services = alive.stream().filter(Service::isInstance).toList();
        stop(services, "services");
        stop(alive.stream().filter(name -> !services.contains(name)).toList(), "stores");
        children.forgetTheDead();
        file.delete();
        folder.deleteOldCode();
        if (volumes) {
            folder.deleteVolumes();
            terminal.progress("deleted data and secrets");
        }
        terminal.progress(alive.isEmpty() ? "nothing was running" : "everything is stopped");
    }

    private void stop(List<String> names, String what) throws InterruptedException {
        if (!names.isEmpty()) {
            terminal.progress("stopping " + names.size() + " " + what);
            List<String> killed = children.stop(names, GRACE);
            if (!killed.isEmpty()) {
                terminal.progress("killed after " + GRACE.toSeconds() + " s: " + String.join(" ", killed));
            }
        }
    }
}
