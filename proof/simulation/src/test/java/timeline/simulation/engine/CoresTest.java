package timeline.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoresTest {
    private static final long MILLI = 1_000_000;

    private final Scheduler scheduler = new Scheduler(1);
    private final List<String> ends = new ArrayList<>();
    private final Machine machine = new Machine("machine", scheduler, 0);

    @Test
    void takesTurnsOfAMillisecond() {
        Cores cores = new Cores(scheduler, 1);
        scheduler.run(() -> {
            begin(cores, machine, "first", 3);
            scheduler.pause(1);
            begin(cores, machine, "second", 2);
            scheduler.pause(10 * MILLI);
        });

        assertThat(ends).containsExactly("second at 4 after 1", "first at 5 after 0");
    }

    @Test
    void doesAsMuchAtOnceAsThereAreProcessors() {
        Cores cores = new Cores(scheduler, 2);
        scheduler.run(() -> {
            begin(cores, machine, "first", 3);
            begin(cores, machine, "second", 2);
            scheduler.pause(10 * MILLI);
        });

        assertThat(ends).containsExactly("second at 2 after 0", "first at 3 after 0");
    }

    @Test
    void interruptsWhoeverHasRunAlone() {
        Cores cores = new Cores(scheduler, 1);
        scheduler.run(() -> {
            begin(cores, machine, "long", 100);
            scheduler.pause(10 * MILLI + MILLI / 2);
            begin(cores, machine, "short", 1);
            scheduler.pause(200 * MILLI);
        });

        assertThat(ends).containsExactly("short at 12 after 1", "long at 101 after 0");
    }

    @Test
    void sharesTheProcessorsAmongMachines() {
        Cores cores = new Cores(scheduler, 1);
        Machine other = new Machine("other", scheduler, 0);
        scheduler.run(() -> {
            for (int n = 0; n < 10; n++) {
                begin(cores, machine, "busy", 5);
            }
            scheduler.pause(1);
            begin(cores, other, "single", 1);
            scheduler.pause(200 * MILLI);
        });

        assertThat(ends).contains("single at 11 after 10");
    }

    @Test
    void theDeadWantNothing() {
        Cores cores = new Cores(scheduler, 1);
        Machine other = new Machine("other", scheduler, 0);
        scheduler.run(() -> {
            for (int n = 0; n < 10; n++) {
                begin(cores, machine, "dead", 50);
            }
            scheduler.pause(MILLI / 2);
            machine.crash();
            begin(cores, other, "alive", 2);
            scheduler.pause(100 * MILLI);
        });

        assertThat(ends).containsExactly("alive at 3 after 1");
    }

    @Test
    void theFrozenWait() {
        Cores cores = new Cores(scheduler, 1);
        Machine other = new Machine("other", scheduler, 0);
        scheduler.run(() -> {
            begin(cores, machine, "frozen", 3);
            begin(cores, other, "other", 3);
            scheduler.pause(MILLI / 2);
            machine.stop(Duration.ofMillis(50));
            scheduler.pause(100 * MILLI);
        });

        assertThat(ends).hasSize(2).first().asString().startsWith("other at ");
        assertThat(ends.getFirst()).isIn("other at 3 after 0", "other at 4 after 1");
        assertThat(ends.getLast()).startsWith("frozen at 5");
    }

    private void begin(Cores cores, Machine where, String what, long millis) {
        where.spawn(what, () -> {
            long waited = cores.work(millis * MILLI);
            ends.add(what + " at " + Math.ceilDiv(scheduler.nanos(), MILLI) + " after " + Math.ceilDiv(waited, MILLI));
        });
    }
}
