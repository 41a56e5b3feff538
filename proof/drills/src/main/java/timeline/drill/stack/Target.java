package timeline.drill.stack;

import java.net.URI;
import timeline.id.UserId;
import timeline.local.http.PullSet.Place;

/** A running stack, as far as a drill touches it: the embedded one or the containers, by the same component names. */
public interface Target {
    URI gateway();

    /** Ends a component as a power cut would (SIGKILL), and returns when it is gone. */
    void kill(String component);

    /** Starts a component that was killed, and returns when it answers. */
    void start(String component);

    /** Whether the component runs now. */
    boolean isRunning(String component);

    /** The push threshold now, in followers. */
    long threshold();

    /** Changes the push threshold. */
    void threshold(long followers);

    /** Where an author stands between push and pull, as the fan-out is told. */
    Place place(UserId author);

    /** Sends a command to one node of the cache, and returns its answer as text. */
    String redis(String component, String... command);
}
