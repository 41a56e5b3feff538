package timeline.local.embedded;

import java.io.IOException;
import java.util.List;
import timeline.local.StackException;
import timeline.local.process.FreeMemory;
import timeline.stores.PortCheck;
import timeline.stores.StoreFailedException;

/** Finds out before anything is started that the machine is not fit for it. */
final class Preflight {
    private static final long MEGABYTE = 1_000_000;
    private static final long DISK_NEEDED = 1_500 * MEGABYTE;

    private final StackFolder folder;

    Preflight(StackFolder folder) {
        this.folder = folder;
    }

    /**
     * @param missing what is going to be started
     * @throws StackException naming the first thing that is wrong, and what to do about it
     */
    void check(List<Blueprint> missing) throws IOException {
        if (missing.isEmpty()) {
            return;
        }
        ports(missing);
        memory(missing);
        disk();
    }

    void ports(List<Blueprint> missing) {
        for (Blueprint blueprint : missing) {
            for (int port : blueprint.ports()) {
                try {
                    PortCheck.requireFree(blueprint.name(), port);
                } catch (StoreFailedException taken) {
                    throw new StackException(taken.getMessage() + " (--port " + blueprint.name()
                            + "=NUMBER, or --port-offset NUMBER for all)", taken);
                }
            }
        }
    }

    private static void memory(List<Blueprint> missing) {
        long needed = missing.stream().mapToLong(Preflight::typicalBytes).sum();
        long free = FreeMemory.bytes();
        if (free < needed) {
            throw new StackException("too little memory: " + needed / MEGABYTE + " MB are needed, " + free / MEGABYTE
                    + " MB are free");
        }
    }

    /** Resident memory after some use, measured (docs/operations.md). */
    private static long typicalBytes(Blueprint blueprint) {
        return MEGABYTE * switch (blueprint.component().kind()) {
            case "redis" -> 15;
            case "postgres" -> 100;
            case "kafka" -> 350;
            case "cassandra" -> 500;
            default -> 280;
        };
    }

    private void disk() throws IOException {
        long free = java.nio.file.Files.getFileStore(folder.home()).getUsableSpace();
        if (free < DISK_NEEDED) {
            throw new StackException(
                    "too little disk space: " + DISK_NEEDED / MEGABYTE + " MB are needed in " + folder.home()
                            + ", " + free / MEGABYTE + " MB are free");
        }
    }
}
