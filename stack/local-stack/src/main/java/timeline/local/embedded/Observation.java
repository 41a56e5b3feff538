package timeline.local.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import timeline.local.Status;
import timeline.local.Status.State;
import timeline.local.process.Children;
import timeline.local.process.ProcessId;
import timeline.local.process.Vitals;

/** Looks how components are. */
final class Observation {
    /** A process that has lived for longer than this and does not answer is not just starting. */
    private static final Duration STARTING = Duration.ofMinutes(1);

    private final Children children;

    Observation(Children children) {
        this.children = children;
    }

    /** All of them, side by side: one that hangs delays nobody else's answer. */
    List<Status> of(List<Blueprint> blueprints) {
        List<Future<Status>> looks;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            looks = blueprints.stream().map(blueprint -> threads.submit(() -> of(blueprint))).toList();
        }
        // Closing the executor has waited for all of them.
        return looks.stream().map(Future::resultNow).toList();
    }

    Status of(Blueprint blueprint) {
        Optional<ProcessId> process = children.find(blueprint.name());
        Optional<Vitals> vitals = children.vitals(blueprint.name());
        if (process.isEmpty() || vitals.isEmpty()) {
            return new Status(blueprint.component(), State.EXITED, null);
        }
        Vitals now = vitals.get();
        return new Status(blueprint.component(), state(blueprint, now),
                new Status.Vitals(process.get().pid(), now.residentBytes(), now.cpu(), now.uptime()));
    }

    private static State state(Blueprint blueprint, Vitals vitals) {
        if (vitals.paused()) {
            return State.PAUSED;
        }
        if (blueprint.isReady()) {
            return State.RUNNING;
        }
        return vitals.uptime().compareTo(STARTING) < 0 ? State.STARTING : State.UNHEALTHY;
    }
}
