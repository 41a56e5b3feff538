package timeline.calls;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import timeline.deadline.Deadline;
import timeline.edge.Serving;
import timeline.traffic.Evidence;
import timeline.traffic.Instance;
import timeline.traffic.Instances;
import timeline.traffic.RetryBudget;

/** One call on its way from instance to instance. */
final class Call {
    static final int UNAVAILABLE = 503;

    /** What may follow upon a try that brought no answer. */
    private enum Next {
        /** Another instance: this one has not begun. */
        GO_ON,
        /** Another instance, if there is a repetition left. */
        REPEAT,
        /** Nothing. */
        END
    }

    private final String service;
    private final Instances instances;
    private final RetryBudget budget;
    private final Transport transport;
    private final double firstTry;
    private final MeterRegistry meters;
    private final UpstreamRequest request;
    private final Deadline deadline;
    private final List<Instance> asked = new ArrayList<>(2);
    private @Nullable UpstreamResponse refusal;
    private @Nullable IOException failure;

    Call(String service, Instances instances, RetryBudget budget, Transport transport, double firstTry,
            MeterRegistry meters, UpstreamRequest request, Deadline deadline) {
        this.service = service;
        this.instances = instances;
        this.budget = budget;
        this.transport = transport;
        this.firstTry = firstTry;
        this.meters = meters;
        this.request = request;
        this.deadline = deadline;
    }

    /**
     * The first answer that is not a refusal, or else the last refusal.
     *
     * @throws UpstreamUnavailableException when there is neither
     */
    UpstreamResponse answer() {
        Next next = Next.GO_ON;
        Optional<Instance> instance = instances.choose(asked, request.hasSubstitute());
        while (instance.isPresent() && !deadline.hasPassed() && may(next)) {
            try {
                UpstreamResponse response = ask(instance.get());
                if (response.status() != UNAVAILABLE) {
                    return response;
                }
                refusal = response;
                next = afterRefusal(response);
            } catch (NotConnectedException notSent) {
                failure = notSent;
                next = Next.GO_ON;
            } catch (IOException maybeSent) {
                failure = maybeSent;
                next = request.mayBeRepeated() ? Next.REPEAT : Next.END;
            }
            instance = next == Next.END ? Optional.empty() : instances.choose(asked, request.hasSubstitute());
        }
        if (refusal != null) {
            return refusal;
        }
        throw UpstreamUnavailableException.failed(service, failure);
    }

    private boolean may(Next next) {
        if (next != Next.REPEAT) {
            return true;
        }
        boolean affordable = budget.take();
        meters.counter("upstream.repeated", "upstream", service, "why", affordable ? why() : "not-affordable")
                .increment();
        return affordable;
    }

    private String why() {
        if (failure == null) {
            return "refused";
        }
        return failure.getCause() instanceof TimeoutException ? "silent" : "broken";
    }

    private UpstreamResponse ask(Instance instance) throws IOException {
        asked.add(instance);
        boolean mayMove = request.mayBeRepeated() && budget.left() >= 1 && instances.isAnotherServing(asked);
        Deadline tried = mayMove ? deadline.within(part(deadline.left())) : deadline;
        CompletableFuture<?> givenUp = mayMove
                ? instance.silence().toCompletableFuture()
                : new CompletableFuture<>();
        instance.begun();
        try {
            UpstreamResponse response = tried
                    .call(() -> transport.send(service, instance.address(), request, tried.left(), givenUp));
            instance.learnt(evidence(response));
            return response;
        } catch (NotConnectedException notSent) {
            if (notSent.wasRefused() || !instances.isCallerLate()) {
                instance.learnt(Evidence.UNREACHABLE);
            }
            throw notSent;
        } finally {
            instance.ended();
        }
    }

    private Duration part(Duration left) {
        return Duration.ofNanos((long) (left.toNanos() * firstTry));
    }

    /** A service that is told to stop closes its connections before it stops listening; on errors any server may. */
    private static Evidence evidence(UpstreamResponse response) {
        if (response.status() == UNAVAILABLE) {
            return refusal(response).orElse(Evidence.ALIVE);
        }
        if (response.status() >= 400) {
            return Evidence.ALIVE;
        }
        boolean leaves = response.header("connection").filter("close"::equalsIgnoreCase).isPresent();
        return leaves ? Evidence.LEAVES : Evidence.SERVES;
    }

    /** What a 503 says of the instance, if it says anything of it. */
    static Optional<Evidence> refusal(UpstreamResponse response) {
        return response.header(Serving.REFUSED).map(why -> switch (why) {
            case Serving.STARTING -> Evidence.UNREACHABLE;
            case Serving.LEAVING -> Evidence.LEAVES;
            default -> Evidence.ALIVE;
        });
    }

    /** Whoever refuses because of what it is itself has not begun; of a service that is overloaded as a whole nobody asks twice for free. */
    private Next afterRefusal(UpstreamResponse response) {
        Optional<String> why = response.header(Serving.REFUSED);
        if (why.filter(Serving.OVERLOADED::equals).isPresent()) {
            return Next.REPEAT;
        }
        if (why.isPresent()) {
            return Next.GO_ON;
        }
        return request.mayBeRepeated() ? Next.REPEAT : Next.END;
    }
}
