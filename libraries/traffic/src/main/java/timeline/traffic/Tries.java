package timeline.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import timeline.traffic.Outcome.Next;

/**
 * One call on its way from instance to instance: whom it asks next, for how long, and when it ends. Each instance is asked at most once, and
 * whatever may have begun is repeated only as far as the {@link RetryBudget} lasts (ADR 0023). It sends nothing itself. For one thread.
 */
public final class Tries {
    /**
     * What a call may do.
     *
     * @param firstTry which share of the time left the first instance gets while another one could still be asked
     * @param repeatable whether a second sending changes nothing
     * @param canDoWithout whether its caller has a substitute, and need not wait for whom nobody hears from
     */
    public record Manner(double firstTry, boolean repeatable, boolean canDoWithout) {}

    /**
     * A question to an instance; {@link #over} must follow.
     *
     * @param time until its answer is there
     * @param givenUp completes when the answer is no longer waited for
     */
    public record Try(Instance instance, Duration time, CompletionStage<?> givenUp) {}

    /** Hears of repetitions. */
    @FunctionalInterface
    public interface Repetitions {
        /** One was wanted, and made if the budget had it. */
        void wanted(boolean affordable);
    }

    private final Instances instances;
    private final RetryBudget budget;
    private final Manner manner;
    private final Repetitions repetitions;
    private final List<Instance> asked = new ArrayList<>(2);
    private Next next = Next.GO_ON;

    public Tries(Instances instances, RetryBudget budget, Manner manner, Repetitions repetitions) {
        this.instances = instances;
        this.budget = budget;
        this.manner = manner;
        this.repetitions = repetitions;
    }

    /**
     * The next question, to be sent now; empty when the call has to end.
     *
     * @param left the time that the caller still has
     */
    public Optional<Try> next(Duration left) {
        if (next == Next.END) {
            return Optional.empty();
        }
        Optional<Instance> chosen = instances.choose(asked, manner.canDoWithout());
        return chosen.isEmpty() || left.isZero() || !isAffordable()
                ? Optional.empty()
                : Optional.of(ask(chosen.get(), left));
    }

    private boolean isAffordable() {
        if (next == Next.GO_ON) {
            return true;
        }
        boolean affordable = budget.take();
        repetitions.wanted(affordable);
        return affordable;
    }

    private Try ask(Instance instance, Duration left) {
        asked.add(instance);
        boolean mayMove = manner.repeatable() && budget.left() >= 1 && instances.isAnotherServing(asked);
        instance.begun();
        return mayMove
                ? new Try(instance, Duration.ofNanos((long) (left.toNanos() * manner.firstTry())), instance.silence())
                : new Try(instance, left, new CompletableFuture<>());
    }

    /** What came of the last question. */
    public void heard(Outcome outcome) {
        boolean mayBeMine = outcome == Outcome.NOT_CONNECTED_IN_TIME && instances.isCallerLate();
        outcome.evidence().filter(evidence -> !mayBeMine).ifPresent(asked.getLast()::learnt);
        boolean tooHarmful = outcome.next() == Next.REPEAT_THE_HARMLESS && !manner.repeatable();
        next = tooHarmful ? Next.END : outcome.next();
    }

    /** The last question is over, whatever came of it. */
    public void over() {
        asked.getLast().ended();
    }
}
