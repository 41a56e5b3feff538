package timeline.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private final Scheduler scheduler = new Scheduler(1);
    private final List<String> events = new ArrayList<>();

    @Test
    void goesOnWithWhoseverPauseEndsFirst() {
        scheduler.run(() -> {
            spawn("late", 30);
            spawn("early", 10);
            scheduler.pause(20);
            events.add("script at " + scheduler.nanos());
            scheduler.pause(20);
        });

        assertThat(events).containsExactly("early at 10", "script at 20", "late at 30");
    }

    @Test
    void takesNoTimeHoweverLongThePause() {
        scheduler.run(() -> scheduler.pause(Duration.ofHours(23)));

        assertThat(scheduler.nanos()).isEqualTo(Duration.ofHours(23).toNanos());
    }

    @Test
    void decidesByTheSeedWhoIsFirstAtTheSameTime() {
        List<List<String>> orders = new ArrayList<>();
        for (long seed = 0; seed < 20; seed++) {
            Scheduler other = new Scheduler(seed);
            List<String> order = new ArrayList<>();
            other.run(() -> {
                for (String name : List.of("a", "b", "c")) {
                    other.spawn(name, other.outside(), () -> order.add(name));
                }
                other.pause(1);
            });
            orders.add(order);
        }

        assertThat(orders).allSatisfy(order -> assertThat(order).hasSize(3))
                .satisfies(all -> assertThat(all.stream().distinct().count()).isGreaterThan(1));
    }

    @Test
    void letsACrashedMachineDieAtItsNextPause() {
        Machine machine = new Machine("machine", scheduler, 0);
        scheduler.run(() -> {
            machine.spawn("work", () -> {
                try {
                    events.add("before");
                    scheduler.pause(100);
                    events.add("never");
                } finally {
                    events.add("unwound at " + scheduler.nanos());
                }
            });
            scheduler.pause(10);
            machine.crash();
            machine.spawn("too late", () -> events.add("never"));
            scheduler.pause(1);
        });

        assertThat(events).containsExactly("before", "unwound at 10");
    }

    @Test
    void letsAStoppedMachineSleepWithoutNoticing() {
        Machine machine = new Machine("machine", scheduler, 0);
        scheduler.run(() -> {
            machine.spawn("work", () -> {
                scheduler.pause(10);
                events.add("awake at " + scheduler.nanos());
            });
            scheduler.pause(1);
            machine.stop(Duration.ofNanos(99));
            scheduler.pause(200);
        });

        assertThat(events).containsExactly("awake at 100");
    }

    @Test
    void waitsForFuturesInVirtualTime() {
        Machine machine = new Machine("machine", scheduler, 0);
        scheduler.run(() -> {
            Future<String> slow = machine.threads().submit(() -> {
                scheduler.pause(50);
                return "done";
            });
            assertThatThrownBy(() -> slow.get(20, TimeUnit.NANOSECONDS)).isInstanceOf(TimeoutException.class);
            events.add("gave up at " + scheduler.nanos());
            assertThat(slow).succeedsWithin(Duration.ofNanos(31)).isEqualTo("done");
            events.add("had it at " + scheduler.nanos());
        });

        assertThat(events).containsExactly("gave up at 20", "had it at 50");
    }

    @Test
    void tellsAMachineTheTimeThatItsClockHas() {
        Machine ahead = new Machine("machine", scheduler, Duration.ofSeconds(2).toNanos());
        scheduler.run(() -> {
            scheduler.pause(Duration.ofSeconds(1));
            assertThat(ahead.clock().instant()).isEqualTo(Machine.BEGINNING.plusSeconds(3));
            assertThat(ahead.nanoTime().getAsLong()).isEqualTo(Duration.ofSeconds(1).toNanos());
        });
    }

    @Test
    void reportsWhatNobodyCaught() {
        assertThatThrownBy(() -> scheduler.run(() -> {
            scheduler.spawn("defective", scheduler.outside(), () -> {
                throw new IllegalStateException("a defect");
            });
            scheduler.pause(10);
        })).isInstanceOf(DefectException.class).hasMessageContaining("a defect");
    }

    @Test
    void reportsAWaitThatNeverEnds() {
        assertThatThrownBy(() -> scheduler.run(() -> new Promise<String>(scheduler).await()))
                .isInstanceOf(DefectException.class).hasMessageContaining("no end");
    }

    private void spawn(String name, long pause) {
        scheduler.spawn(name, scheduler.outside(), () -> {
            scheduler.pause(pause);
            events.add(name + " at " + scheduler.nanos());
        });
    }
}
