package timeline.home.bodies;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import timeline.deadline.Deadline;
import timeline.home.bodies.Deletions.Mark;
import timeline.home.bodies.Deletions.Told;

/**
 * Asks every instance of the tweet-service what it has deleted, once for all readers of the process: no read asks.
 *
 * <p>A delete that was acknowledged before a round began was noted before that, by the instance that acknowledged it, and so it is in that
 * instance's answer. A round is complete when all have answered; one that is frozen, dead or cut off keeps it from being so, and then
 * nothing is believed. One that comes back as another process knows nothing of what it did not tell: everything that was looked up
 * before its answer is ruled out.
 *
 * <p>For one thread.
 */
public final class DeletionRounds {
    /** Between two rounds. A constant of the protocol, as is the other: a round that ends late leaves time for another one before 900 ms are over. */
    public static final Duration EVERY = Duration.ofMillis(300);
    /** For all answers of a round. */
    static final Duration PATIENCE = Duration.ofMillis(400);

    private final Deletions deletions;
    private final KnownDeletions known;
    private final ExecutorService threads;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Map<String, Mark> marks = new HashMap<>();
    private volatile int instances;

    /** @param threads starts a thread for each instance that is asked */
    public DeletionRounds(Deletions deletions, KnownDeletions known, ExecutorService threads, InstantSource clock,
            LongSupplier nanoTime) {
        this.deletions = deletions;
        this.known = known;
        this.threads = threads;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Asks them all.
     *
     * @return whether all have answered
     * @throws DeletionsUnavailableException when it is not known who they are
     */
    public boolean ask() {
        KnownDeletions.Round round = new KnownDeletions.Round(nanoTime.getAsLong(), clock.instant());
        Deadline deadline = Deadline.in(PATIENCE, nanoTime);
        Set<String> all = deletions.instances();
        instances = all.size();
        marks.keySet().retainAll(all);
        Map<String, Future<Told>> questions = new LinkedHashMap<>();
        for (String instance : all) {
            Optional<Mark> last = Optional.ofNullable(marks.get(instance));
            questions.put(instance, threads.submit(() -> deletions.since(instance, last, deadline)));
        }
        boolean complete = true;
        for (Map.Entry<String, Future<Told>> question : questions.entrySet()) {
            Optional<Told> answer = answer(question.getValue(), deadline);
            answer.ifPresent(told -> take(question.getKey(), told));
            complete &= answer.isPresent();
        }
        if (complete) {
            known.completed(round);
        }
        return complete;
    }

    /** How many instances are asked; to be compared with how many there are. */
    public int instances() {
        return instances;
    }

    private void take(String instance, Told told) {
        if (!told.continues()) {
            known.ruleOutEverything();
        }
        known.tell(told.deleted(), told.inDoubt());
        marks.put(instance, told.upTo());
    }

    private static Optional<Told> answer(Future<Told> question, Deadline deadline) {
        try {
            return Optional.of(question.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException silent) {
            question.cancel(true);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            question.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            return none(failed);
        }
    }

    private static Optional<Told> none(ExecutionException failed) {
        return switch (failed.getCause()) {
            case DeletionsUnavailableException silent -> Optional.empty();
            case RuntimeException defect -> throw defect;
            case Error defect -> throw defect;
            case null, default -> throw new IllegalStateException(failed);
        };
    }
}
