package timeline.traffic;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import timeline.traffic.Instance.State;

/**
 * The instances of a service, and the choice among them: of two that serve, drawn at random, the one with the fewer calls in flight, so
 * that an instance that hangs gets no more than others can hold, before anybody has noticed (Mitzenmacher, <i>The Power of Two Choices in
 * Randomized Load Balancing</i>, 2001; Finagle's and Envoy's default). When none serves, somebody is asked all the same: a panic threshold,
 * as Envoy has it, since a judgement may be wrong and an error is certain.
 */
public final class Instances {
    /** So long a refusal is believed: long enough that nobody waits in vain, short enough that a start is noticed at once. */
    private static final Duration REFUSAL_BELIEVED = Duration.ofMillis(100);
    /** Calls that a silent instance may hold when its callers have something else to fall back on. */
    private static final int SCOUTS = 16;
    /** A look that comes later than this was not the caller's to choose: it does not get the CPU. */
    private static final Duration LATE = Duration.ofMillis(50);

    private final List<Instance> instances;
    private final RandomGenerator random;
    private final LongSupplier nanos;
    private final Duration lookEvery;
    private volatile long nextLook;
    private volatile boolean late;

    /**
     * @param lookEvery how often {@link #look} is called
     * @param nanos a clock that never jumps
     */
    public Instances(Collection<URI> addresses, InstanceRules rules, Duration lookEvery, LongSupplier nanos,
            RandomGenerator random) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("no address");
        }
        this.instances = addresses.stream().map(address -> new Instance(address, rules, nanos, random)).toList();
        this.random = random;
        this.nanos = nanos;
        this.lookEvery = lookEvery;
        this.nextLook = nanos.getAsLong() + lookEvery.toNanos();
    }

    public List<Instance> all() {
        return instances;
    }

    /**
     * Whom to ask.
     *
     * @param asked who was asked before, and is not asked again
     * @param canDoWithout whether the caller has a substitute, and need not wait for whom nobody hears from
     */
    public Optional<Instance> choose(Collection<Instance> asked, boolean canDoWithout) {
        List<Instance> serving = serving(asked);
        return serving.isEmpty() ? rather(asked, canDoWithout) : Optional.of(lesserOfTwo(serving));
    }

    /** Whether one serves that was not asked yet. */
    public boolean isAnotherServing(Collection<Instance> asked) {
        return !serving(asked).isEmpty();
    }

    private List<Instance> serving(Collection<Instance> asked) {
        return instances.stream().filter(instance -> instance.state() == State.SERVING && !asked.contains(instance))
                .toList();
    }

    private Instance lesserOfTwo(List<Instance> serving) {
        List<Instance> left = new ArrayList<>(serving);
        Instance one = left.remove(random.nextInt(left.size()));
        if (left.isEmpty()) {
            return one;
        }
        Instance other = left.get(random.nextInt(left.size()));
        return other.cost() < one.cost() ? other : one;
    }

    private Optional<Instance> rather(Collection<Instance> asked, boolean canDoWithout) {
        return instances.stream().filter(instance -> !asked.contains(instance))
                .filter(instance -> !instance.hasRefusedWithin(REFUSAL_BELIEVED))
                .filter(instance -> !canDoWithout || instance.state() != State.SILENT || instance.waiting() < SCOUTS)
                .min(Comparator.comparing(Instance::state).thenComparingInt(Instance::waiting));
    }

    /** Looks at all of them: who is silent. */
    public void look() {
        long now = nanos.getAsLong();
        late = now - nextLook > LATE.toNanos();
        nextLook = now + lookEvery.toNanos();
        instances.forEach(instance -> instance.look(late));
    }

    /** Whether the caller does not come to its own work, so that what took long was perhaps its own doing. */
    public boolean isCallerLate() {
        return late || nanos.getAsLong() - nextLook > LATE.toNanos();
    }
}
