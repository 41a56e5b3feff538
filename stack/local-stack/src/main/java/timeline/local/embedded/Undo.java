package timeline.local.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import timeline.local.process.Children;
import timeline.local.process.Entry;
import timeline.stores.Launch;

/**
 * What one {@code up} has started, so that it can be taken back: on a failure, or on Ctrl-C while other threads are still
 * starting more. Once taken back, nothing more is started.
 */
final class Undo {
    /** Half-built components have nothing to lose: their creation is repaired by the next start. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final Children children;
    private final List<String> started = new ArrayList<>();
    private boolean over;

    Undo(Children children) {
        this.children = children;
    }

    /** Starts a component, unless everything has been taken back meanwhile. */
    synchronized void start(Blueprint blueprint, Launch launch) throws IOException {
        if (over) {
            throw new IOException("no more starts: " + blueprint.name() + " comes too late");
        }
        blueprint.start(children, launch);
        started.add(blueprint.name());
    }

    /**
     * Stops what was started, and refuses further starts.
     *
     * @param all stops everything that is alive, also what an earlier launcher left behind
     */
    void takeBack(boolean all) throws InterruptedException {
        List<String> victims;
        synchronized (this) {
            over = true;
            victims = all ? children.alive().stream().map(Entry::name).toList() : List.copyOf(started);
        }
        children.stop(victims, GRACE);
    }

    /** Whether everything has been taken back. */
    synchronized boolean isOver() {
        return over;
    }
}
