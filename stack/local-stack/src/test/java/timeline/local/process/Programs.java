package timeline.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import timeline.stores.Launch;

/** Small real programs to start. */
final class Programs {
    private Programs() {
    }

    /** Lives for longer than any test. */
    static Launch sleeper(Path folder) {
        return shell(folder, "exec sleep 300");
    }

    /** A shell script whose output goes to {@code log} in the folder. */
    static Launch shell(Path folder, String script) {
        return new Launch(List.of("sh", "-c", script), Map.of("GREETING", "hello"), folder, folder.resolve("log"));
    }
}
