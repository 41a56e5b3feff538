package timeline.simulation.storm.stack;

import java.net.URI;
import java.util.List;
import timeline.deadline.Deadline;
import timeline.traffic.Admission;
import timeline.traffic.Outcome;

/** A service behind the gateway: some work, a question to its store, some more work. */
class Backend implements Service {
    private final Server process;
    private final Store store;
    private final Admission door;

    Backend(Server process, Store store) {
        this.process = process;
        this.store = store;
        this.door = new Admission(Settings.SERVICE, process.queueDelay()::nanos, process.machine().nanoTime());
    }

    @Override
    public final Admission door(Question question) {
        return door;
    }

    @Override
    public Reply serve(Question question, Deadline deadline) {
        Request request = question.request();
        process.work(request.atService().dividedBy(2));
        boolean stored = store.ask(request.atStore(), deadline);
        process.work(stored ? request.atService().dividedBy(2) : Server.ENTRY);
        return Reply.of(stored ? Outcome.ANSWERED : Outcome.UNAVAILABLE);
    }

    @Override
    public final boolean isReady() {
        return store.isWell();
    }

    /** Asks the follow-service first, and makes do with what it knows when that takes too long. */
    static final class Timelines extends Backend {
        private final Caller follows;

        Timelines(Server process, Store store, List<URI> follows) {
            super(process, store);
            this.follows = new Caller(process, Request.FOLLOWING.service(), follows);
        }

        @Override
        public Reply serve(Question question, Deadline deadline) {
            follows.call(Request.FOLLOWING, true, deadline.within(Settings.FOLLOW_GRAPH));
            return super.serve(question, deadline);
        }

        @Override
        public void look() {
            follows.look();
        }
    }
}
