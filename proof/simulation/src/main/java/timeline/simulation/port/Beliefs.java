package timeline.simulation.port;

import java.util.HashMap;
import java.util.Map;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.simulation.engine.Machine;

/** Which cache each process asks: who has not heard that a primary was replaced goes on with the old one. */
public final class Beliefs {
    private final InMemoryHomeTimelines current;
    private final Map<Machine, InMemoryHomeTimelines> replaced = new HashMap<>();

    public Beliefs(InMemoryHomeTimelines current) {
        this.current = current;
    }

    /** From now on a process asks the primary that was replaced. */
    public void deceive(Machine machine, InMemoryHomeTimelines byReplaced) {
        replaced.put(machine, byReplaced);
    }

    /** A process has heard of it. */
    public void undeceive(Machine machine) {
        replaced.remove(machine);
    }

    public void undeceiveAll() {
        replaced.clear();
    }

    /** Whether a process believes one that was replaced. */
    public boolean isDeceived(Machine machine) {
        return replaced.containsKey(machine);
    }

    InMemoryHomeTimelines of(Machine machine) {
        return replaced.getOrDefault(machine, current);
    }

    /** The one that everybody should ask. */
    InMemoryHomeTimelines current() {
        return current;
    }
}
