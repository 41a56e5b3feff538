package timeline.system.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import timeline.client.TimelineClient;
import timeline.local.embedded.EmbeddedStack;
import timeline.local.http.PushThreshold;
import timeline.system.endtoend.RunningStack;

/**
 * G1, G3, G4, G10, G13: a service dies exactly at a {@link CrashPoint} and is started again; then its users look. One stack for all
 * points, which come service by service: each death is followed by one start.
 */
@ExtendWith(RunningStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class CrashPointsIT {
    private static final Duration BETWEEN_ACTS = Duration.ofSeconds(1);
    private static final Duration STRUCK = Duration.ofSeconds(30);

    private final EmbeddedStack stack;
    private final PushThreshold threshold;
    private final TimelineClient client;
    private final long usual;
    private @Nullable Victim victim;
    private Path agent = Path.of("");
    private String service = "";

    CrashPointsIT(EmbeddedStack stack) {
        this.stack = stack;
        this.threshold = new PushThreshold(stack);
        this.client = new TimelineClient(stack.gateway(), stack.url("follow-service"), Clock.systemUTC());
        this.usual = threshold.current();
    }

    @BeforeAll
    void packTheAgent(@TempDir Path folder) throws IOException {
        agent = AgentJar.writeTo(folder);
    }

    @AfterEach
    void restoreTheThreshold() {
        threshold.change(usual);
    }

    @AfterAll
    void giveTheServiceBack() throws IOException {
        release();
        client.close();
    }

    /** All, in their order; {@code -Dcrash.points=} and a regular expression looks at some. */
    static Stream<CrashPoint> points() {
        Pattern wanted = Pattern.compile(System.getProperty("crash.points", ".*"));
        return Arrays.stream(CrashPoint.values()).filter(point -> wanted.matcher(point.name()).matches());
    }

    @ParameterizedTest
    @MethodSource("points")
    void nobodyMissesATweetOrSeesItTwice(CrashPoint point) throws IOException, InterruptedException {
        Victim dying = victim(point.service());
        Circle circle = Circle.gather(client);
        threshold.change(Act.NOBODYS);
        point.act().prepare(circle, threshold);

        strike(dying, point, circle);
        dying.start();
        dying.awaitReady();

        circle.goOn();
        circle.awaitWhole();
    }

    private void strike(Victim dying, CrashPoint point, Circle circle) throws IOException, InterruptedException {
        CrashPoint predecessor = point.predecessor();
        if (predecessor == null) {
            dying.arm(point);
            long deadline = System.nanoTime() + STRUCK.toNanos();
            do {
                point.act().perform(circle);
            } while (!dying.hasEnded(point.act().isRepeated() ? BETWEEN_ACTS : STRUCK)
                    && System.nanoTime() < deadline);
        } else {
            strike(dying, predecessor, circle);
            dying.arm(point);
            dying.start();
            var _ = dying.hasEnded(STRUCK);
        }
        dying.assertStruck();
    }

    private Victim victim(String wanted) throws IOException, InterruptedException {
        Victim running = victim;
        if (running == null || !service.equals(wanted)) {
            release();
            running = Victim.replacing(stack, wanted, agent);
            victim = running;
            service = wanted;
        } else if (!running.isRunning()) {
            // The point before failed between its end and its start.
            running.start();
            running.awaitReady();
        }
        return running;
    }

    private void release() throws IOException {
        if (victim != null) {
            victim.close();
            victim = null;
        }
    }
}
