package timeline.simulation.storm;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import timeline.simulation.engine.Scheduler;
import timeline.simulation.storm.stack.Network;
import timeline.simulation.storm.stack.Question;
import timeline.simulation.storm.stack.Reply;
import timeline.simulation.storm.stack.Request;
import timeline.simulation.storm.stack.Stack;
import timeline.traffic.Outcome;
import timeline.traffic.Rank;

/**
 * Everybody who asks, each at a moment of their own, whatever became of those before. Of three whose request fails, one is resigned, one asks again
 * at once, up to three times, and one as late as the answer says, up to twice.
 */
final class Crowd {
    /** Clients wait longer than any answer may take, else they would not notice. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration UNREACHABLE = Duration.ofMillis(10);

    private static final class Gateway {
        private final URI address;
        private int underWay;
        private long restsUntil;

        private Gateway(URI address) {
            this.address = address;
        }
    }

    private final Scheduler scheduler;
    private final SplittableRandom random;
    private final Network network;
    private final List<Gateway> gateways;
    private final List<Visit> visits = new ArrayList<>();
    private int present;

    Crowd(Scheduler scheduler, Stack stack) {
        this.scheduler = scheduler;
        this.random = scheduler.random();
        this.network = stack.network();
        this.gateways = stack.gateways().stream().map(Gateway::new).toList();
    }

    /** In the order in which they ended. */
    List<Visit> visits() {
        return visits;
    }

    /** How many have not ended. */
    int present() {
        return present;
    }

    /** Comes as the weather has it, until some time. */
    void come(Weather weather, Duration until) {
        double peak = Request.peak(Stack.PROCESSORS);
        while (scheduler.nanos() < until.toNanos()) {
            double eachSecond = peak * weather.load(Duration.ofNanos(scheduler.nanos()));
            scheduler.pause((long) (-Math.log(1 - random.nextDouble()) / eachSecond * 1e9));
            present++;
            scheduler.outside().spawn("client", () -> {
                visit(Request.drawn(random.nextDouble()));
                present--;
            });
        }
    }

    private void visit(Request request) {
        Rank rank = rank(request);
        switch (random.nextInt(3)) {
            case 0 -> ask(request, rank);
            case 1 -> {
                for (int times = 0; times < 4 && !ask(request, rank); times++) {
                    // At once.
                }
            }
            default -> {
                for (int times = 0; times < 3 && !ask(request, rank); times++) {
                    scheduler.pause(Duration.ofSeconds(random.nextInt(1, 4)));
                }
            }
        }
    }

    private Rank rank(Request request) {
        if (!request.isRepeatable()) {
            return Rank.FIRST;
        }
        return random.nextInt(4) == 0 ? Rank.FURTHER_PAGE : Rank.READ;
    }

    private boolean ask(Request request, Rank rank) {
        long due = scheduler.nanos();
        List<Gateway> asked = new ArrayList<>();
        Reply reply = exchange(request, rank, asked);
        long moved = due;
        if (mayGoOn(request, reply)) {
            moved = scheduler.nanos();
            reply = exchange(request, rank, asked);
        }
        visits.add(new Visit(request, due, moved, scheduler.nanos(), reply));
        return reply.isGood();
    }

    /** A broken connection is a reason to go on to the other gateway for whatever may be sent twice, no connection for everything. */
    private static boolean mayGoOn(Request request, Reply reply) {
        return reply.outcome() == Outcome.CONNECTION_REFUSED
                || (reply.outcome() == Outcome.NO_ANSWER && request.isRepeatable());
    }

    private Gateway choose(Collection<Gateway> asked) {
        return gateways.stream().filter(gateway -> !asked.contains(gateway))
                .min(Comparator.<Gateway, Boolean>comparing(gateway -> gateway.restsUntil > scheduler.nanos())
                        .thenComparingInt(gateway -> gateway.underWay))
                .orElseThrow();
    }

    private Reply exchange(Request request, Rank rank, Collection<Gateway> asked) {
        Gateway gateway = choose(asked);
        asked.add(gateway);
        gateway.underWay++;
        Reply reply = network.ask(gateway.address, new Question(request, rank, PATIENCE), PATIENCE,
                new CompletableFuture<>());
        gateway.underWay--;
        if (!reply.isAnswer()) {
            gateway.restsUntil = scheduler.nanos() + REST.toNanos();
            scheduler.pause(UNREACHABLE);
        }
        return reply;
    }
}
