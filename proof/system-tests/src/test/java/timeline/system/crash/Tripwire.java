package timeline.system.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process at the place that is named in a file. Runs inside the service, as part of {@link CrashAgent}: the JDK alone.
 *
 * <p>The file is looked at each time, so that a service that is ready can be armed; it is removed by the strike, so that a place is armed
 * for one incarnation only.
 */
public final class Tripwire {
    /** The exit status that tells this end from all others. */
    static final int STATUS = 86;

    private static volatile @Nullable Path armed;

    private Tripwire() {
    }

    /** @param file holds the place; absent when nothing is armed */
    static void armedBy(Path file) {
        armed = file;
    }

    /** Called by the woven code. Does not return from an armed place. */
    public static void reached(String place) {
        Path file = Objects.requireNonNull(armed);
        try {
            if (Files.readString(file).equals(place)) {
                Files.delete(file);
                System.err.println("struck at " + place);
                // As SIGKILL would: no shutdown hook, no finally, nothing flushed.
                Runtime.getRuntime().halt(STATUS);
            }
        } catch (NoSuchFileException nothingArmed) {
            // As nearly always.
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
