package timeline.follow.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import timeline.event.FollowEvent.Followed;
import timeline.follow.GraphUnavailableException;
import timeline.id.UserId;
import timeline.outbox.Backlog;
import timeline.testkit.Together;

class FollowSettlerTest {
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final Statements outbox = new Statements();
    private final FollowSettler settler = new FollowSettler(outbox, GraphUnavailableException.class, started::add);

    @Test
    void settlesTogetherWhatWasAcknowledgedMeanwhile() {
        List<CompletableFuture<Boolean>> settled = IntStream.rangeClosed(1, 3).mapToObj(this::settle).toList();
        assertThat(settled).noneMatch(CompletableFuture::isDone);
        assertThat(started).as("one is busy at a time").hasSize(1);

        started.remove().run();

        assertThat(outbox.settled).containsExactly(List.of(1L, 2L, 3L));
        assertThat(settled).allSatisfy(done -> assertThat(done).isCompletedWithValue(true));
        assertThat(settler.unsettled()).isZero();
    }

    @Test
    void countsWhatAnOutageKeepsFromBeingRemovedAndGoesOn() {
        outbox.failure = new GraphUnavailableException("away");
        CompletableFuture<Boolean> first = settle(1);
        started.remove().run();
        assertThat(first).isCompletedWithValue(false);
        assertThat(settler.unsettled()).isEqualTo(1);

        outbox.failure = null;
        CompletableFuture<Boolean> second = settle(2);
        started.remove().run();
        assertThat(second).isCompletedWithValue(true);
    }

    @Test
    void goesOnAfterADefect() {
        outbox.failure = new IllegalStateException("a defect");
        CompletableFuture<Boolean> first = settle(1);
        started.remove().run();
        assertThat(first).isCompletedExceptionally();

        outbox.failure = null;
        CompletableFuture<Boolean> second = settle(2);
        started.remove().run();
        assertThat(second).isCompletedWithValue(true);
    }

    @Test
    void settlesEveryEntryOnceHoweverManyAreAcknowledgedAtOnce() {
        FollowSettler threaded = new FollowSettler(outbox, GraphUnavailableException.class, task -> {
            var _ = Thread.startVirtualThread(task);
        });

        Together.run(200, number -> threaded.settle(entry(number)).join());

        assertThat(outbox.settled.stream().flatMap(Collection::stream)).doesNotHaveDuplicates().hasSize(200);
    }

    private CompletableFuture<Boolean> settle(int number) {
        return settler.settle(entry(number));
    }

    private static OutboxEntry entry(long number) {
        return new OutboxEntry(number, new Followed(new UserId(1), new UserId(2)));
    }

    /** What was settled by each statement. */
    private static final class Statements implements FollowOutbox {
        private final List<List<Long>> settled = new ArrayList<>();
        private @Nullable RuntimeException failure;

        @Override
        public List<OutboxEntry> claimPending(int limit, Duration hold) {
            return List.of();
        }

        @Override
        public synchronized void settle(Collection<Long> numbers) {
            if (failure != null) {
                throw failure;
            }
            settled.add(List.copyOf(numbers));
        }

        @Override
        public Backlog backlog() {
            return Backlog.NONE;
        }
    }
}
