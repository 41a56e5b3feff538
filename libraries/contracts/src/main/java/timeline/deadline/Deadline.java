package timeline.deadline;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When something must have been done, above all when a request must have been answered (G12: nothing takes more than 2 s).
 * Time-outs that each stage counts for itself add up, a deadline does not: it is handed to every call that may wait, which waits
 * for no longer than what is left (ADR 0019).
 *
 * <p>A request's deadline goes along with it: to the code that serves it as {@link #current()}, and to the next service as header
 * {@link #HEADER} with the milliseconds that are left. Time left, not a time of day: clocks of two hosts differ by more than a
 * request takes.
 */
public final class Deadline {
    /** The milliseconds that the sender still has, a decimal number. */
    public static final String HEADER = "X-Request-Deadline";

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();
    private static final Duration WITHOUT_REQUEST = Duration.ofSeconds(2);

    private static final Duration WAY_HOME = Duration.ofMillis(50);

    private final LongSupplier nanoClock;
    private final long atNanos;

    private Deadline(LongSupplier nanoClock, long atNanos) {
        this.nanoClock = nanoClock;
        this.atNanos = atNanos;
    }

    /** @param nanoClock a clock that never jumps, as {@link System#nanoTime}; a simulation brings its own */
    public static Deadline in(Duration budget, LongSupplier nanoClock) {
        return new Deadline(nanoClock, nanoClock.getAsLong() + budget.toNanos());
    }

    /** A deadline {@code budget} from now. */
    public static Deadline in(Duration budget) {
        return in(budget, System::nanoTime);
    }

    /**
     * The deadline of the request that this thread serves; 2 s from now outside of any. Other threads do not inherit it: take it
     * before handing work over, and have them {@link #call} it.
     */
    public static Deadline current() {
        return ofRequest().orElseGet(() -> in(WITHOUT_REQUEST));
    }

    /** The deadline of the request that this thread serves; empty outside of any. */
    public static Optional<Deadline> ofRequest() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The time left; zero when it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, atNanos - nanoClock.getAsLong()));
    }

    /** The given time-out, or the time left when that is shorter. */
    public Duration atMost(Duration timeout) {
        Duration left = left();
        return left.compareTo(timeout) < 0 ? left : timeout;
    }

    /** A deadline in the given time, or this one when that is sooner: it is never extended. */
    public Deadline within(Duration time) {
        return in(atMost(time), nanoClock);
    }

    /** The value of {@link #HEADER} for a call that is made now: a little is kept back for the answer's way home. */
    public String forNextService() {
        return Long.toString(Math.max(0, left().minus(WAY_HOME).toMillis()));
    }

    public boolean hasPassed() {
        return left().isZero();
    }

    /** Does something under this deadline, on this thread. */
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
