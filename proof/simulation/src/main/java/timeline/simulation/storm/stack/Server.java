package timeline.simulation.storm.stack;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import timeline.deadline.Deadline;
import timeline.simulation.engine.Machine;
import timeline.simulation.engine.Promise;
import timeline.traffic.Outcome;
import timeline.traffic.QueueDelay;
import timeline.traffic.Standstill;

/** An instance of the gateway or of a service. Its code is cold at first, and takes six times as long. */
public final class Server {
    /** What a request costs that is refused: it is looked at in front of everything else. */
    static final Duration ENTRY = Duration.ofNanos(300_000);
    private static final Duration PROBE = Duration.ofNanos(100_000);
    private static final Duration LOOK = Duration.ofNanos(20_000);
    /** For so long code is cold, less and less. */
    public static final Duration WARMS_UP_IN = Duration.ofSeconds(6);
    private static final double COLD = 6;

    private final Machine machine;
    private final Host host;
    private final Duration budget;
    private final QueueDelay queueDelay;
    private final Standstill standstill;
    private final Service service;
    private final Set<Promise<Reply>> open = new LinkedHashSet<>();
    private long warmAt;

    /** @param budget the time that a request may take */
    Server(Machine machine, Host host, Duration budget, Function<Server, Service> service) {
        this.machine = machine;
        this.host = host;
        this.budget = budget;
        this.queueDelay = new QueueDelay(Settings.WINDOW, machine.nanoTime());
        this.standstill = new Standstill(Settings.STANDSTILL, Settings.STANDSTILL_LINGERS, machine.nanoTime());
        this.service = service.apply(this);
        machine.spawn("watch", this::watch);
    }

    public Machine machine() {
        return machine;
    }

    Host host() {
        return host;
    }

    QueueDelay queueDelay() {
        return queueDelay;
    }

    /** From now on its code is cold for a while, as after a start. */
    public void cool() {
        warmAt = host.scheduler().nanos() + WARMS_UP_IN.toNanos();
    }

    /** Kills it: its connections break. */
    public void crash() {
        machine.crash();
        List.copyOf(open).forEach(connection -> connection.keep(Reply.NONE));
    }

    /** Takes processor time, and says for how long it had to wait for it. */
    long work(Duration time) {
        double left = Math.clamp((double) (warmAt - host.scheduler().nanos()) / WARMS_UP_IN.toNanos(), 0, 1);
        return host.cores().work((long) (time.toNanos() * (1 + (COLD - 1) * left)));
    }

    /** A connection to it, on which somebody waits. */
    void opened(Promise<Reply> connection) {
        open.add(connection);
    }

    void closed(Promise<Reply> connection) {
        open.remove(connection);
    }

    /** As the valve in front of everything does it. */
    Reply answer(Question question) {
        queueDelay.waited(work(ENTRY));
        long told = queueDelay.nanos();
        if (standstill.isJustOver() && !question.request().isRepeatable()) {
            return Reply.of(Outcome.NOT_BEGUN).telling(told);
        }
        var door = service.door(question);
        if (!door.enter(question.rank())) {
            return Reply.of(Outcome.OVERLOADED).telling(told);
        }
        try {
            Duration time = question.time().compareTo(budget) < 0 ? question.time() : budget;
            return service.serve(question, Deadline.in(time, machine.nanoTime())).telling(told);
        } finally {
            door.leave();
        }
    }

    /** To a probe. */
    Reply serving(boolean asksForReadiness) {
        work(PROBE);
        return Reply.of(asksForReadiness && !service.isReady() ? Outcome.STARTING : Outcome.ANSWERED);
    }

    private void watch() {
        while (true) {
            host.scheduler().pause(Settings.LOOK_EVERY);
            standstill.tick();
            // Looking is work as well: who does not get the processor looks late, and knows it.
            host.cores().work(LOOK.toNanos());
            service.look();
        }
    }
}
