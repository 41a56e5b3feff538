package timeline.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A running copy of the whole design: five services on four stores. Commands, drills, the laboratory and the benchmarks see a
 * stack through this interface only, whatever it is made of.
 *
 * <p>Names are those of {@link Component}. Every method that takes one throws a {@link StackException} that lists the valid
 * ones when it knows no such component, and one that says what is wrong when it could not do what it says.
 */
public interface Stack {
    /**
     * Looks whether a stack could have such settings at all; changes nothing.
     *
     * @throws UsageException when it could not, whatever runs on this machine
     */
    void check(Settings settings);

    /**
     * Starts what is not running, waits until all of it is ready and until a tweet has really travelled from POST to a
     * follower's timeline. What is running already is kept.
     *
     * @return false when everything was running already
     * @throws StackException when that fails; then nothing that this call started is left running
     */
    boolean up(Settings settings, Terminal terminal) throws InterruptedException;

    /**
     * Stops everything, also what a killed launcher left behind.
     *
     * @param volumes deletes data and secrets too
     */
    void down(boolean volumes, Terminal terminal) throws InterruptedException;

    /** All components of the stack that is up, in the whiteboard's order, whatever state they are in; empty when it is down. */
    List<Component> components();

    /** The component of this name. */
    default Component component(String name) {
        List<Component> all = all();
        return all.stream().filter(component -> component.name().equals(name)).findFirst()
                .orElseThrow(() -> new StackException("there is no component " + name + ", only "
                        + all.stream().map(Component::name).collect(Collectors.joining(" "))));
    }

    private List<Component> all() {
        List<Component> all = components();
        if (all.isEmpty()) {
            throw new StackException("the stack is down: ./timeline up");
        }
        return all;
    }

    /** The components of a kind, the first one first; none when there is no such kind. */
    default List<Component> instances(String kind) {
        return all().stream().filter(component -> component.kind().equals(kind)).toList();
    }

    /** How all components are, asked side by side, within two seconds. */
    List<Status> status();

    /** How one component is. */
    Status status(String name);

    /** Starts a component that has ended, with the settings of the stack; does not wait until it is ready. */
    void start(String name);

    /** Asks a component to end in an orderly way and waits; after 20 s it is killed. */
    void stop(String name) throws InterruptedException;

    /**
     * Sends a signal to a component's process and its children.
     *
     * @param signal by name ({@code KILL}, {@code SIGTERM}); after KILL the process is gone when the method returns
     */
    void kill(String name, String signal) throws InterruptedException;

    /** Freezes a component: it keeps its connections and answers nothing. */
    void pause(String name);

    /** Lets a frozen component go on. */
    void unpause(String name);

    /**
     * Waits until a component answers.
     *
     * @throws StackException when its process ends, or the patience does; with the last lines of its log
     */
    void awaitReady(String name, Duration patience) throws InterruptedException;

    /** Where clients reach the gateway (the first one). */
    default URI gateway() {
        return url("gateway");
    }

    /** The base URL of a service, without a slash at the end. */
    default URI url(String service) {
        return URI.create("http://127.0.0.1:" + component(service).port());
    }

    /** The base URL of a service's health and metrics: append {@code /actuator/prometheus}. */
    default URI management(String service) {
        return URI.create("http://127.0.0.1:" + component(service).managementPort()
                .orElseThrow(() -> new StackException(service + " is a store: it has no management port")));
    }

    /** The folder of everything that is kept: the stack's own files, and what commands have measured on it. */
    Path home();

    /** The log of a component's present (or last) run. */
    Path log(String name);

    /** The operator's token for a service's internal API ({@code Authorization: Bearer …}); valid for at most a minute. */
    String internalToken(String service);

    /** The password of Redis's user operator, the same at every node. */
    String redisPassword();
}
