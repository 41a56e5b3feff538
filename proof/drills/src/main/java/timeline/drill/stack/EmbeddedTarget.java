package timeline.drill.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import timeline.id.UserId;
import timeline.local.Component;
import timeline.local.Settings;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.http.PullSet.Place;
import timeline.local.http.PullSet;
import timeline.local.http.PushThreshold;
import timeline.stores.redis.RedisConnection;
import timeline.stores.redis.RedisLogin;

/** The embedded stack. */
public final class EmbeddedTarget implements Target {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Stack stack;
    private final PushThreshold threshold;
    private final PullSet pullSet;

    public EmbeddedTarget(Stack stack) {
        this.stack = stack;
        this.threshold = new PushThreshold(stack);
        this.pullSet = new PullSet(stack);
    }

    @Override
    public List<URI> gateways() {
        return instances("gateway").stream().map(stack::url).toList();
    }

    @Override
    public List<String> instances(String service) {
        return stack.instances(service).stream().map(Component::name).toList();
    }

    @Override
    public void kill(String component) {
        interruptibly(() -> stack.kill(component, "KILL"));
    }

    @Override
    public void stop(String component) {
        interruptibly(() -> stack.stop(component));
    }

    @Override
    public void pause(String component) {
        stack.pause(component);
    }

    @Override
    public void unpause(String component) {
        interruptibly(() -> {
            stack.unpause(component);
            stack.awaitReady(component, PATIENCE);
        });
    }

    @Override
    public Optional<String> whyLinksStayWhole() {
        return Optional.of("here they are processes that speak through the loopback; containers have links"
                + " (--stack compose, as root)");
    }

    @Override
    public void link(String component, Link link) {
        throw new DrillException("the link of " + component + " stays as it is: " + whyLinksStayWhole().orElseThrow());
    }

    @Override
    public String startingTwoOfEach() {
        return "./timeline up --ha";
    }

    @Override
    public void start(List<String> components) {
        interruptibly(() -> {
            for (String component : components) {
                stack.start(component);
            }
            for (String component : components) {
                stack.awaitReady(component, PATIENCE);
            }
        });
    }

    @Override
    public void startAll(List<String> components) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        interruptibly(() -> {
            boolean _ = stack.up(Settings.DEFAULT, new Terminal(nowhere, nowhere, System::nanoTime));
        });
    }

    @Override
    public Map<String, String> processes() {
        return stack.status().stream().flatMap(status -> Optional.ofNullable(status.vitals()).stream()
                .map(vitals -> Map.entry(status.component().name(), Long.toString(vitals.pid()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public State state(String component) {
        return switch (stack.status(component).state()) {
            case RUNNING -> State.RUNNING;
            case STARTING, UNHEALTHY -> State.SILENT;
            case PAUSED -> State.FROZEN;
            case EXITED -> State.GONE;
        };
    }

    @Override
    public long threshold() {
        return threshold.current();
    }

    @Override
    public void threshold(long followers) {
        threshold.change(followers);
    }

    @Override
    public Place place(UserId author) {
        return pullSet.place(author);
    }

    @Override
    public String redis(String component, String... command) {
        try (RedisConnection connection = RedisConnection.open(stack.component(component).port(),
                Duration.ofSeconds(5), RedisLogin.operator(stack.redisPassword()))) {
            return connection.call(command);
        } catch (IOException unreachable) {
            throw new DrillException(component + " does not answer", unreachable);
        }
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static void interruptibly(Step step) {
        try {
            step.run();
        } catch (IOException failed) {
            throw new DrillException(String.valueOf(failed.getMessage()), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted", interrupted);
        }
    }
}
