package timeline.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import timeline.testkit.Await;

/** What every view of an operating system's processes shows. */
interface ProcessesContract {
    Processes processes();

    @Test
    default void aLivingProcessIsFoundAndIsTheSameEachTime() {
        long me = ProcessHandle.current().pid();

        assertThat(processes().find(me)).isPresent().isEqualTo(processes().find(me));
        assertThat(processes().alive(processes().find(me).orElseThrow())).isTrue();
    }

    @Test
    default void anEndedProcessIsGone() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "300").start();
        ProcessId id = processes().find(process.pid()).orElseThrow();

        process.destroyForcibly().waitFor();

        assertThat(processes().alive(id)).isFalse();
        assertThat(processes().vitals(id)).isEmpty();
        assertThat(processes().tree(id)).isEmpty();
    }

    @Test
    default void aProcessThatNobodyReapedIsGone() throws IOException {
        // The parent replaces itself with a program that does not wait for its child.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.1 & exec sleep 300").start();
        try {
            long child = Await.within(Duration.ofSeconds(10)).value("there is a child",
                    () -> parent.toHandle().children().map(ProcessHandle::pid).findFirst());

            Await.that("the child is gone", () -> processes().find(child).isEmpty());
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    default void aPausedProcessLives() throws IOException {
        Process process = new ProcessBuilder("sleep", "300").start();
        try {
            ProcessId id = processes().find(process.pid()).orElseThrow();
            Signal.STOP.send(java.util.List.of(process.pid()));

            Await.that("it is paused", () -> processes().vitals(id).orElseThrow().paused());
            assertThat(processes().alive(id)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    default void vitalsMeasureMemoryProcessorAndAge() {
        Vitals mine = processes().vitals(processes().find(ProcessHandle.current().pid()).orElseThrow()).orElseThrow();

        assertThat(mine.residentBytes()).isBetween(20_000_000L, 4_000_000_000L);
        assertThat(mine.cpu()).isBetween(Duration.ofMillis(10), Duration.ofHours(1));
        assertThat(mine.uptime()).isBetween(Duration.ofMillis(100), Duration.ofHours(1));
    }
}
