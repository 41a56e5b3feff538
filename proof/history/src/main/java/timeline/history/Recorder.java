package timeline.history;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import timeline.id.UserId;

/** Writes a history while clients act, from any number of threads. */
public final class Recorder {
    private final LongSupplier nanoClock;
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();

    /** @param nanoClock monotonic, one for all clients */
    public Recorder(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Performs a call and writes down what was asked, what was answered, and when. */
    public Outcome record(UserId user, Action action, Supplier<Outcome> call) {
        long invoked = nanoClock.getAsLong();
        Outcome outcome = call.get();
        operations.add(new Operation(invoked, nanoClock.getAsLong(), user, action, outcome));
        return outcome;
    }

    /** What was written after the first so many, in the order in which it ended: for whoever keeps it while it grows. */
    public List<Operation> since(int count) {
        return operations.stream().skip(count).toList();
    }

    /** What has been written so far. */
    public History history() {
        return new History(List.copyOf(operations));
    }
}
