package timeline.simulation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import timeline.simulation.world.Wiring;

/**
 * The design with one thing wrong: a shortcut that looks as good, and that somebody has built somewhere. Each has to be found out by the
 * simulation, and by the invariant that it breaks; else the simulation proves nothing.
 */
abstract class BrokenDesign extends Wiring {
    private final String what;
    private final Workload workload;
    private final List<String> promises;

    /**
     * @param what is wrong
     * @param workload in which that comes to light
     * @param promises one of which, by the beginning of the invariant's name, is seen to be broken first
     */
    BrokenDesign(String what, Workload workload, String... promises) {
        this.what = what;
        this.workload = workload;
        this.promises = List.of(promises);
    }

    static Stream<BrokenDesign> all() {
        return Stream
                .of(BrokenWritePaths.all(), BrokenDebtBooks.all(), BrokenFollows.all(), BrokenReadPaths.all(),
                        BrokenBodies.all())
                .flatMap(List::stream);
    }

    String what() {
        return what;
    }

    Workload workload() {
        return workload;
    }

    boolean breaks(String violation) {
        return promises.stream().anyMatch(violation::startsWith);
    }

    /** Its name in the docs: {@code no-relay}. */
    @Override
    public String toString() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
