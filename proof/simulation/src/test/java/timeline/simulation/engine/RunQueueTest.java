package timeline.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RunQueueTest {
    private final Scheduler scheduler = new Scheduler(1);
    private final RunQueue queue = new RunQueue();

    @Test
    void givesOutWhoseTurnIsFirstWhoeverWasTakenOutBefore() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Task> in = new ArrayList<>();
            for (int n = random.nextInt(1, 200); n > 0; n--) {
                Task task = new Task("task", scheduler.outside(), () -> {});
                task.wakeAt = random.nextInt(50);
                task.ticket = random.nextLong();
                queue.add(task);
                in.add(task);
                if (random.nextInt(3) == 0) {
                    assertThat(queue.remove(in.remove(random.nextInt(in.size())))).isTrue();
                }
            }
            List<Task> out = new ArrayList<>();
            in.forEach(any -> out.add(queue.remove()));

            assertThat(out).containsExactlyElementsOf(in.stream().sorted(Task.BY_TURN).toList());
        }
    }

    @Test
    void knowsWhoIsNotThere() {
        Task task = new Task("task", scheduler.outside(), () -> {});

        assertThat(queue.remove(task)).isFalse();
        assertThatThrownBy(queue::remove).isInstanceOf(IllegalStateException.class);
    }
}
