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

    /** What has been written so far. */
    public History history() {
        return new History(List.copyOf(operations));
    }
}
