package timeline.calls;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import timeline.deadline.Deadline;
import timeline.edge.Serving;
import timeline.traffic.Instances;
import timeline.traffic.Outcome;
import timeline.traffic.RetryBudget;
import timeline.traffic.Tries;
import timeline.traffic.Tries.Try;

/** One call on its way from instance to instance. */
final class Call {
    static final int UNAVAILABLE = 503;

    private final String service;
    private final Tries tries;
    private final Transport transport;
    private final MeterRegistry meters;
    private final UpstreamRequest request;
    private final Deadline deadline;
    private @Nullable UpstreamResponse refusal;
    private @Nullable IOException failure;

    Call(String service, Instances instances, RetryBudget budget, Transport transport, double firstTry,
            MeterRegistry meters, UpstreamRequest request, Deadline deadline) {
        this.service = service;
        this.tries = new Tries(instances, budget,
                new Tries.Manner(firstTry, request.mayBeRepeated(), request.hasSubstitute()), this::count);
        this.transport = transport;
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
        for (Optional<Try> next = next(); next.isPresent(); next = next()) {
            try {
                UpstreamResponse response = send(next.get());
                tries.heard(outcome(response));
                if (response.status() != UNAVAILABLE) {
                    return response;
                }
                refusal = response;
            } catch (NotConnectedException notSent) {
                failure = notSent;
                tries.heard(notSent.wasRefused() ? Outcome.CONNECTION_REFUSED : Outcome.NOT_CONNECTED_IN_TIME);
            } catch (IOException maybeSent) {
                failure = maybeSent;
                tries.heard(Outcome.NO_ANSWER);
            } finally {
                tries.over();
            }
        }
        if (refusal != null) {
            return refusal;
        }
        throw UpstreamUnavailableException.failed(service, failure);
    }

    private Optional<Try> next() {
        return tries.next(deadline.left());
    }

    private UpstreamResponse send(Try question) throws IOException {
        Deadline tried = deadline.within(question.time());
        return tried.call(() -> transport.send(service, question.instance().address(), request, tried.left(),
                question.givenUp().toCompletableFuture()));
    }

    private void count(boolean affordable) {
        meters.counter("upstream.repeated", "upstream", service, "why", affordable ? why() : "not-affordable")
                .increment();
    }

    private String why() {
        if (failure == null) {
            return "refused";
        }
        return failure.getCause() instanceof TimeoutException ? "silent" : "broken";
    }

    /** A service that is told to stop closes its connections before it stops listening; on errors any server may. */
    static Outcome outcome(UpstreamResponse response) {
        if (response.status() == UNAVAILABLE) {
            return response.header(Serving.REFUSED).map(Call::refusal).orElse(Outcome.UNAVAILABLE);
        }
        if (response.status() >= 400) {
            return Outcome.ANSWERED_BY_ERROR;
        }
        boolean leaves = response.header("connection").filter("close"::equalsIgnoreCase).isPresent();
        return leaves ? Outcome.ANSWERED_IN_LEAVING : Outcome.ANSWERED;
    }

    private static Outcome refusal(String why) {
        return switch (why) {
            case Serving.STARTING -> Outcome.STARTING;
            case Serving.LEAVING -> Outcome.LEAVING;
            case Serving.OVERLOADED -> Outcome.OVERLOADED;
            default -> Outcome.NOT_BEGUN;
        };
    }
}
