package timeline.drill.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import timeline.drill.stack.DrillException;

class CrewTest {
    @Test
    void doesEveryTaskOnceAndSoManyAtATime() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        Crew.work(3, 100, task -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            assertThat(done.add(task)).isTrue();
            now.decrementAndGet();
        });

        assertThat(done).hasSize(100);
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void passesOnWhatWentWrong() {
        assertThatThrownBy(() -> Crew.work(2, 10, task -> {
            if (task == 4) {
                throw new DrillException("task 4");
            }
        })).isInstanceOf(DrillException.class).hasMessage("task 4");
    }

    @Test
    void hasNothingToDoWithoutTasks() {
        Crew.work(4, 0, task -> {
            throw new AssertionError("there is no task " + task);
        });
    }
}
