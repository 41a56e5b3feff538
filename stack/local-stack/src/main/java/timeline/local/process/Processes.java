package timeline.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of this machine, as the operating system shows them. A process that nobody has reaped yet (a zombie) is gone. */
public interface Processes {
    /** The living process that has this pid now. */
    Optional<ProcessId> find(long pid);

    /** @return empty when the process has ended, whoever has its pid now */
    Optional<Vitals> vitals(ProcessId process);

    /** Whether it lives, paused or not. */
    default boolean alive(ProcessId process) {
        return find(process.pid()).filter(process::equals).isPresent();
    }

    /** The process and all that descend from it now, itself first; empty when it has ended. */
    default List<Long> tree(ProcessId process) {
        if (!alive(process)) {
            return List.of();
        }
        return ProcessHandle.of(process.pid())
                .map(root -> Stream.concat(Stream.of(root), root.descendants())
                        .map(ProcessHandle::pid).toList())
                .orElse(List.of());
    }

    /** The view of this operating system: {@code /proc} where there is one, {@code ps} elsewhere. */
    static Processes ofThisMachine() {
        return Files.isReadable(Path.of("/proc/self/stat")) ? new ProcFs() : new PsCommand();
    }
}
