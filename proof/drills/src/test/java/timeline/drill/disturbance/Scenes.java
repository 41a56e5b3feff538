package timeline.drill.disturbance;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import timeline.client.TimelineClient;
import timeline.drill.crowd.Calls;
import timeline.drill.crowd.Crowd;
import timeline.drill.crowd.Ledger;
import timeline.drill.disturbance.Disturbance.Scene;
import timeline.drill.stack.Target;
import timeline.history.Recorder;
import timeline.drill.crowd.PassingTime;

/** Where something happens that nobody is there to see. */
final class Scenes implements AutoCloseable {
    final PassingTime pacer = new PassingTime();
    final Phases phases = new Phases(pacer::nanoTime);
    private final TimelineClient nowhere = new TimelineClient(URI.create("http://127.0.0.1:1"), Clock.systemUTC());

    Scene on(Target target) {
        Recorder recorder = new Recorder(pacer::nanoTime);
        Crowd nobody = new Crowd(nowhere, new Calls(recorder, "x"), List.of(), List.of(),
                List.of());
        return new Scene(target, nobody, new Ledger(pacer::nanoTime, Clock.systemUTC()), recorder::history,
                new SplittableRandom(1), pacer,
                phases, line -> {});
    }

    @Override
    public void close() {
        nowhere.close();
    }
}
