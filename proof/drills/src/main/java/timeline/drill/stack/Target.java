package timeline.drill.stack;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import timeline.id.UserId;
import timeline.local.http.PullSet.Place;

/** A running stack, as far as a drill touches it: the embedded one or the containers, by the same component names. */
public interface Target {
    /** Where clients reach the gateways that there are. */
    List<URI> gateways();

    /** The names of the instances of a service, the first one first. */
    List<String> instances(String service);

    /** Ends a component as a power cut would (SIGKILL), and returns when it is gone. */
    void kill(String component);

    /** Asks a component to end in an orderly way (SIGTERM), and returns when it is gone. */
    void stop(String component);

    /** Freezes a component (as SIGSTOP does). */
    void pause(String component);

    /** Lets a frozen component go on, and returns when it answers. */
    void unpause(String component);

    /** Starts components that have ended, all at once, and returns when they answer: in turn, the last one would be away for the time of all. */
    void start(List<String> components);

    /**
     * Starts those of the components that do not run, all at once and as an operator starts the stack; returns when that says that users
     * may come.
     */
    void startAll(List<String> components);

    /** Why nothing can be done to the links between components here, in a clause; empty when it can. */
    Optional<String> whyLinksStayWhole();

    /**
     * Lets the packets of a component meet this from now on, whatever they met before; returns when they do, of a whole link when the
     * component answers.
     *
     * @throws DrillException when nothing can be done to it
     */
    void link(String component, Link link);

    /** The command that starts this stack with two instances of each service. */
    String startingTwoOfEach();

    /** What tells the present process of each running component, by its name, from the one before and the one after it. */
    Map<String, String> processes();

    /** What the stack says of a component now: looked up, whatever was done to it. */
    State state(String component);

    /** Whether the component runs now. */
    default boolean isRunning(String component) {
        return state(component) == State.RUNNING;
    }

    /** What has become of a component. */
    enum State {
        /** There is a process, and it answers. */
        RUNNING,
        /** There is a process, and it does not answer, or not yet, or nothing can be said of it. */
        SILENT,
        /** There is a process, and it is stopped. */
        FROZEN,
        /** There is a process, and some of the packets to it or from it have been lost. */
        LOSING,
        /** There is a process, and nothing gets through to it or from it: some packets have tried. */
        CUT_OFF,
        /** There is no process. */
        GONE
    }

    /** The push threshold now, in followers. */
    long threshold();

    /** Changes the push threshold. */
    void threshold(long followers);

    /** Where an author stands between push and pull, as the fan-out is told. */
    Place place(UserId author);

    /** Sends a command to one node of the cache, and returns its answer as text. */
    String redis(String component, String... command);
}
