package timeline.simulation.storm.stack;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import timeline.deadline.Deadline;
import timeline.traffic.Evidence;
import timeline.traffic.Instance;
import timeline.traffic.Instances;
import timeline.traffic.Outcome;
import timeline.traffic.Rank;
import timeline.traffic.ReportedDelay;
import timeline.traffic.RetryBudget;
import timeline.traffic.Tries;
import timeline.traffic.Tries.Try;

/** Another service as a process sees it: what {@code Upstream} and its {@code Call} are over HTTP, with the same decisions ({@link Tries}). */
final class Caller {
    private final Server process;
    private final Host host;
    private final String route;
    private final List<URI> addresses;
    private final Instances instances;
    private final RetryBudget budget;
    private final ReportedDelay queueDelay;
    /** When it asked an instance that was gone for the first time. */
    private final Map<URI, Long> metGone = new HashMap<>();

    Caller(Server process, String service, List<URI> addresses) {
        this.process = process;
        this.host = process.host();
        this.route = process.machine().name() + " to " + service;
        this.addresses = addresses;
        this.instances = new Instances(addresses, Settings.INSTANCES, Settings.LOOK_EVERY,
                process.machine().nanoTime(), host.scheduler().random());
        this.budget = host.design().budget(Settings.RETRY_SHARE, Settings.RETRY_MOST, process.machine().nanoTime());
        this.queueDelay = new ReportedDelay(process.machine().nanoTime());
    }

    /** For how long work waits there, as its last answer said. */
    ReportedDelay queueDelay() {
        return queueDelay;
    }

    /** The first answer that is not a refusal, or else the last refusal, or else nothing. */
    Reply call(Request request, boolean canDoWithout, Deadline deadline) {
        host.ledger().called(route);
        Tries tries = new Tries(instances, budget,
                new Tries.Manner(Settings.FIRST_TRY, request.isRepeatable(), canDoWithout), this::count);
        Optional<Reply> last = Optional.empty();
        for (Optional<Try> next = next(tries, deadline); next.isPresent(); next = next(tries, deadline)) {
            Reply reply = ask(tries, next.get(), request, deadline);
            if (reply.isAnswer() && !reply.isRefusal()) {
                if (reply.isGood()) {
                    budget.succeeded();
                }
                return reply;
            }
            last = last.filter(Reply::isRefusal).filter(refusal -> !reply.isRefusal()).or(() -> Optional.of(reply));
        }
        if (last.isEmpty() && !canDoWithout && !deadline.hasPassed() && host.network().couldAnswer(addresses)) {
            host.ledger().refusedUnasked(route);
        }
        return last.orElse(Reply.of(Outcome.UNAVAILABLE));
    }

    private Optional<Try> next(Tries tries, Deadline deadline) {
        return host.design().mayAsk(instances) ? tries.next(deadline.left()) : Optional.empty();
    }

    private Reply ask(Tries tries, Try question, Request request, Deadline deadline) {
        Deadline tried = deadline.within(question.time());
        meet(question.instance().address());
        try {
            Duration told = Duration.ofMillis(Long.parseLong(tried.forNextService()));
            Reply reply = host.network().ask(question.instance().address(), new Question(request, Rank.FIRST, told),
                    tried.left(), question.givenUp());
            if (reply.isAnswer() && !reply.queueDelay().isZero()) {
                queueDelay.report(reply.queueDelay());
            }
            tries.heard(reply.outcome());
            if (reply.outcome() == Outcome.NO_ANSWER && tried.hasPassed()) {
                host.design().timedOut(question.instance());
            }
            return reply;
        } finally {
            tries.over();
        }
    }

    /** Whoever is the first to ask an instance that is gone can't know; whoever asks it long after should. */
    private void meet(URI address) {
        Network network = host.network();
        if (!network.isGone(address)) {
            metGone.remove(address);
            return;
        }
        long now = host.scheduler().nanos();
        long first = metGone.computeIfAbsent(address, unknown -> now);
        List<URI> others = addresses.stream().filter(other -> !other.equals(address)).toList();
        if (now - first > Settings.KNOWN_AFTER.toNanos() && network.couldAnswer(others)) {
            host.ledger().askedTheGone(route);
        }
    }

    private void count(boolean affordable) {
        if (affordable) {
            host.ledger().repeated(route);
        }
    }

    /** To be called every {@link Settings#LOOK_EVERY}. */
    void look() {
        instances.look();
        for (Instance instance : instances.all()) {
            if (instance.wantsProbe()) {
                process.machine().spawn("probe", () -> {
                    host.design().findOut(instance, () -> probe(instance));
                    instance.probeEnded();
                });
            }
        }
    }

    private void probe(Instance instance) {
        Outcome outcome = host.network().probe(instance.address(), host.design().probesReadiness()).outcome();
        if (outcome == Outcome.NO_ANSWER) {
            instance.unanswered(instances.isCallerLate());
        } else {
            instance.learnt(outcome.evidence().orElse(Evidence.ALIVE));
        }
    }
}
