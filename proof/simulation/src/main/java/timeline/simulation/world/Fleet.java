package timeline.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import timeline.follow.GraphUnavailableException;
import timeline.history.Outcome;
import timeline.simulation.engine.Crashed;
import timeline.simulation.engine.Machine;
import timeline.simulation.engine.Promise;
import timeline.simulation.engine.Scheduler;
import timeline.tweet.id.ClockBehindException;
import timeline.tweet.id.NoWorkerIdException;
import timeline.tweetstore.TweetsUnavailableException;

/** The instances of a service, behind a load balancer that knows nothing about them but whether they are up. */
public final class Fleet<S> {
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    private record Instance<S>(int place, Machine machine, S service) {}

    private final String name;
    private final World world;
    private final BiFunction<Machine, World, S> start;
    private final List<Instance<S>> instances = new ArrayList<>();
    private int started;

    Fleet(String name, World world, BiFunction<Machine, World, S> start) {
        this.name = name;
        this.world = world;
        this.start = start;
    }

    /** Starts an instance, at the first place that is free. */
    public void start(long skewNanos) {
        Machine machine = new Machine(name + '-' + ++started, world.scheduler(), skewNanos);
        instances.removeIf(instance -> instance.machine().isCrashed());
        int place = 0;
        while (at(place).isPresent()) {
            place++;
        }
        instances.add(new Instance<>(place, machine, start.apply(machine, world)));
    }

    /** What answers at a place: its process, unless that is dead or frozen. */
    Optional<S> answeringAt(int place) {
        return at(place).filter(instance -> !instance.machine().isStopped()).map(Instance::service);
    }

    private Optional<Instance<S>> at(int place) {
        return instances.stream()
                .filter(instance -> instance.place() == place && !instance.machine().isCrashed()).findFirst();
    }

    /** The processes that are up. */
    public List<Machine> machines() {
        return instances.stream().map(Instance::machine).filter(machine -> !machine.isCrashed()).toList();
    }

    boolean allAre(Predicate<S> state) {
        return instances.stream().allMatch(instance -> state.test(instance.service()));
    }

    /** Calls one of the instances, and waits for two seconds. */
    public Outcome call(Function<S, Outcome> request) {
        List<Instance<S>> up = instances.stream().filter(instance -> !instance.machine().isCrashed()).toList();
        Scheduler scheduler = world.scheduler();
        if (up.isEmpty()) {
            return new Outcome.Unknown("no " + name + " is up");
        }
        Instance<S> chosen = up.get(scheduler.random().nextInt(up.size()));
        Promise<Outcome> answer = new Promise<>(scheduler);
        chosen.machine().spawn("request", () -> {
            try {
                answer.keep(served(request, chosen.service()));
            } catch (Crashed death) {
                answer.keep(new Outcome.Unknown("connection reset"));
                throw death;
            }
        });
        return answer.await(PATIENCE_NANOS).orElseGet(() -> new Outcome.Unknown("no answer within 2 s"));
    }

    private static <S> Outcome served(Function<S, Outcome> request, S service) {
        try {
            return request.apply(service);
        } catch (TweetsUnavailableException | GraphUnavailableException | ClockBehindException
                | NoWorkerIdException outage) {
            return new Outcome.Unknown("503 " + outage.getMessage());
        }
    }
}
