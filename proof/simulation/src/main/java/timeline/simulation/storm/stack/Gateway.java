package timeline.simulation.storm.stack;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import timeline.deadline.Deadline;
import timeline.simulation.storm.stack.Design.Signal;
import timeline.traffic.Admission;

/** Lets in what can be done, by a door for each service, and passes it on. */
final class Gateway implements Service {
    /** A service as the gateway sees it. */
    private record Behind(Caller caller, Signal signal, Admission door) {}

    private final Server process;
    private final Map<String, Behind> services = new TreeMap<>();

    Gateway(Server process, Map<String, List<URI>> addresses) {
        this.process = process;
        addresses.forEach((service, instances) -> services.put(service, behind(service, instances)));
    }

    private Behind behind(String service, List<URI> instances) {
        Design design = process.host().design();
        Caller caller = new Caller(process, service, instances);
        Signal signal = design.signal(process.queueDelay(), caller.queueDelay(), process.machine().nanoTime());
        return new Behind(caller, signal,
                new Admission(design.rules(Settings.GATEWAY), signal, process.machine().nanoTime()));
    }

    @Override
    public Admission door(Question question) {
        return to(question).door();
    }

    @Override
    public Reply serve(Question question, Deadline deadline) {
        long begun = process.host().scheduler().nanos();
        Request request = question.request();
        process.work(request.atGateway().dividedBy(2));
        Reply reply = to(question).caller().call(request, false, deadline);
        // To say that there is no answer takes next to nothing.
        process.work(reply.isGood() ? request.atGateway().dividedBy(2) : Server.ENTRY);
        to(question).signal().answered(process.host().scheduler().nanos() - begun);
        return reply;
    }

    private Behind to(Question question) {
        Behind service = services.get(question.request().service());
        if (service == null) {
            throw new IllegalStateException("nobody answers " + question);
        }
        return service;
    }

    @Override
    public void look() {
        services.values().forEach(service -> service.caller().look());
    }

    @Override
    public boolean isReady() {
        return true;
    }
}
