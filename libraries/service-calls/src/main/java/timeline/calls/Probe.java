package timeline.calls;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import timeline.edge.Serving;
import timeline.traffic.Evidence;
import timeline.traffic.Instance;

/** Asks an instance whether it serves, so that no user's request has to find out. */
record Probe(String service, Instance instance, Transport transport, BooleanSupplier callerIsLate)
        implements
            Runnable {
    /** An instance that answers later than this would not be of use. */
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final UpstreamRequest QUESTION = UpstreamRequest.get(Serving.PATH);

    @Override
    public void run() {
        try {
            UpstreamResponse answer = transport.send(service, instance.address(), QUESTION, PATIENCE,
                    new CompletableFuture<>());
            // Any other server's own page, too, says that somebody is there.
            instance.learnt(answer.status() == Call.UNAVAILABLE
                    ? Call.outcome(answer).evidence().orElse(Evidence.ALIVE)
                    : Evidence.SERVES);
        } catch (NotConnectedException nobodyThere) {
            instance.learnt(Evidence.UNREACHABLE);
        } catch (IOException silence) {
            instance.unanswered(callerIsLate.getAsBoolean());
        } finally {
            instance.probeEnded();
        }
    }
}
