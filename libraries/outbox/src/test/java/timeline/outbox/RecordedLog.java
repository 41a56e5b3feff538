package timeline.outbox;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/** A broker in memory: it stores events, or refuses some, or keeps silent until it is told to answer. */
final class RecordedLog {
    private final List<Long> stored = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<?>> unanswered = new CopyOnWriteArrayList<>();
    private volatile Predicate<Long> refuses = event -> false;
    private volatile Function<Long, Optional<Throwable>> throwing = event -> Optional.empty();
    private volatile boolean silent;

    CompletionStage<?> publish(Long event) {
        switch (throwing.apply(event).orElse(null)) {
            case null -> {
            }
            case Error error -> throw error;
            case RuntimeException defect -> throw defect;
            case Throwable other -> throw new IllegalArgumentException(other);
        }
        if (refuses.test(event)) {
            return CompletableFuture.failedFuture(new IllegalStateException("refused"));
        }
        stored.add(event);
        CompletableFuture<Void> answer = new CompletableFuture<>();
        unanswered.add(answer);
        if (!silent) {
            answer.complete(null);
        }
        return answer;
    }

    List<Long> stored() {
        return List.copyOf(stored);
    }

    void refuse(Predicate<Long> which) {
        refuses = which;
    }

    /** Some events are not refused: to publish them throws. */
    void throwing(Function<Long, Optional<Throwable>> which) {
        throwing = which;
    }

    void setSilent(boolean isSilent) {
        silent = isSilent;
        if (!isSilent) {
            unanswered.forEach(answer -> answer.complete(null));
        }
    }
}
