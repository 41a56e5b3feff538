package timeline.testkit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.testkit.Await;

class ReaperIT {
    @Test
    void leavesNothingBehindWhenTheTestsAreKilled() throws Exception {
        Process tests = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Victim.class.getName()).redirectErrorStream(true).start();
        try (BufferedReader output = tests.inputReader()) {
            ProcessHandle store = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            Path folder = Path.of(output.readLine());
            assertThat(store.isAlive()).isTrue();
            assertThat(folder).exists();

            tests.destroyForcibly();

            Await.that("the store is gone", () -> !store.isAlive());
            Await.that("its folder is gone", () -> !folder.toFile().exists());
        }
    }

    @Test
    void sparesWhatItWasToldToForget() throws Exception {
        Reaper reaper = Reaper.start();
        Process forgotten = new ProcessBuilder("sleep", "600").start();
        Process watched = new ProcessBuilder("sleep", "600").start();
        reaper.watch(forgotten.pid());
        reaper.watch(watched.pid());
        reaper.forget(forgotten.pid());

        reaper.close();

        watched.waitFor();
        assertThat(forgotten.isAlive()).isTrue();
        forgotten.destroyForcibly();
    }

    /** Stands for a JVM of tests. */
    static final class Victim {
        private Victim() {
        }

        public static void main(String[] arguments) throws Exception {
            Reaper reaper = Reaper.start();
            Process store = new ProcessBuilder(List.of("sleep", "600")).start();
            reaper.watch(store.pid());
            System.out.println(store.pid());
            System.out.println(reaper.folder());
            store.waitFor();
        }
    }
}
