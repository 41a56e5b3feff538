package timeline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import timeline.local.Component;
import timeline.local.Settings;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.Status;
import timeline.local.Status.State;
import timeline.local.Terminal;

/** A stack of two components without any process; keeps a diary of what was asked of it. */
final class FakeStack implements Stack {
    final List<String> diary = new ArrayList<>();
    private final Map<Component, State> states = new LinkedHashMap<>();
    private final Path folder;

    FakeStack(Path folder) {
        this.folder = folder;
        states.put(new Component("gateway", "gateway", 8080, OptionalInt.of(9080)), State.RUNNING);
        states.put(new Component("redis-1", "redis", 17001, OptionalInt.empty()), State.EXITED);
    }

    /** As if it had never been started. */
    FakeStack down() {
        states.clear();
        return this;
    }

    @Override
    public void check(Settings settings) {
        settings.ports().keySet().forEach(name -> ComponentNames.require(this, List.of(name)));
    }

    @Override
    public boolean up(Settings settings, Terminal terminal) {
        diary.add("up " + settings);
        return true;
    }

    @Override
    public void down(boolean volumes, Terminal terminal) {
        diary.add("down " + volumes);
    }

    @Override
    public List<Component> components() {
        return List.copyOf(states.keySet());
    }

    @Override
    public List<Status> status() {
        return components().stream().map(this::status).toList();
    }

    @Override
    public Status status(String name) {
        return status(component(name));
    }

    private Status status(Component component) {
        State state = states.getOrDefault(component, State.EXITED);
        return new Status(component, state, state == State.EXITED
                ? null
                : new Status.Vitals(4711, 123_456_789, Duration.ofSeconds(3), Duration.ofSeconds(3723)));
    }

    @Override
    public void start(String name) {
        act("start", name, State.RUNNING);
    }

    @Override
    public void stop(String name) {
        act("stop", name, State.EXITED);
    }

    @Override
    public void kill(String name, String signal) {
        if (states.get(component(name)) == State.EXITED) {
            throw new StackException(name + " is not running");
        }
        act("kill " + signal, name, State.EXITED);
    }

    @Override
    public void pause(String name) {
        act("pause", name, State.PAUSED);
    }

    @Override
    public void unpause(String name) {
        act("unpause", name, State.RUNNING);
    }

    @Override
    public void awaitReady(String name, Duration patience) {
        diary.add("ready " + name);
    }

    @Override
    public Path home() {
        return folder;
    }

    @Override
    public Path log(String name) {
        return folder.resolve(component(name).name() + ".log");
    }

    @Override
    public String internalToken(String service) {
        return "token for " + service;
    }

    @Override
    public String redisPassword() {
        return "password";
    }

    private void act(String what, String name, State then) {
        states.put(component(name), then);
        diary.add(what + " " + name);
    }
}
