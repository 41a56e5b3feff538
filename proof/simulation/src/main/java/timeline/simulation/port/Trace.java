package timeline.simulation.port;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import timeline.simulation.engine.Scheduler;

/** The last of what happened, for whoever looks at a failing seed. Costs nothing when it is off. */
public final class Trace {
    private final Scheduler scheduler;
    private final int lines;
    private final Deque<String> last = new ArrayDeque<>();

    /** @param lines how many lines to keep; 0 for none */
    public Trace(Scheduler scheduler, int lines) {
        this.scheduler = scheduler;
        this.lines = lines;
    }

    public boolean isOn() {
        return lines > 0;
    }

    /** Writes a line: when, who, what, and about what. */
    public void note(String what, Object about) {
        if (isOn()) {
            if (last.size() == lines) {
                last.removeFirst();
            }
            last.addLast(String.format(Locale.ROOT, "%9.4f s  %-28s %s %s", scheduler.nanos() / 1e9,
                    scheduler.running(), what, about));
        }
    }

    public List<String> lines() {
        return List.copyOf(last);
    }
}
