package timeline.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.drill.crowd.Calls;
import timeline.history.Checker;
import timeline.history.Checker.Verdict;
import timeline.history.Outcome;
import timeline.history.Outcome.Done;
import timeline.history.Outcome.Posted;
import timeline.history.Outcome.Seen;
import timeline.history.Recorder;
import timeline.testkit.Await;

/** An author and their followers, who see nobody else. Every call is written down. */
final class Circle {
    static final int FOLLOWERS = 3;

    /** After a crash all is well again within this time (G3). */
    private static final Duration WHOLE = Duration.ofSeconds(15);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String RUN = Long.toString(System.currentTimeMillis() % 2_000_000_000, 36);

    private final Recorder recorder = new Recorder(System::nanoTime);
    private final String name = RUN + "c" + NUMBERS.incrementAndGet();
    private final Calls calls = new Calls(recorder, name);
    private final TimelineClient client;
    private final Session author;
    private final List<Session> readers = new ArrayList<>();
    private @Nullable Session newcomer;
    private boolean unanswered;

    private Circle(TimelineClient client) {
        this.client = client;
        this.author = client.register(name + "a");
    }

    /** Followers with cached timelines, which the first tweets have reached. */
    static Circle gather(TimelineClient client) {
        Circle circle = new Circle(client);
        IntStream.range(0, FOLLOWERS).mapToObj(n -> client.register(circle.name + "f" + n)).forEach(follower -> {
            assertThat(circle.calls.follow(follower, circle.author.user())).isInstanceOf(Done.class);
            circle.readers.add(follower);
        });
        // Two, so that there is an order to be kept.
        circle.post();
        circle.post();
        circle.awaitWhole();
        return circle;
    }

    void post() {
        var _ = calls.post(author);
    }

    void postWithKey() {
        if (!(repeatedPost() instanceof Posted)) {
            unanswered = true;
        }
    }

    private Outcome repeatedPost() {
        return calls.post(author, name + " with a key", name);
    }

    void newcomerReads() {
        var _ = calls.readHead(newcomer());
    }

    void newcomerFollows() {
        Session follower = newcomer();
        if (calls.follow(follower, author.user()) instanceof Done && !readers.contains(follower)) {
            readers.add(follower);
        }
    }

    /** What clients do when a service is back: they repeat what was not answered, and go on. */
    void goOn() {
        if (newcomer != null) {
            Await.within(WHOLE).until("the newcomer follows", () -> {
                newcomerFollows();
                return readers.contains(newcomer);
            });
        }
        if (unanswered) {
            Await.within(WHOLE).until("the repeated post is answered", () -> repeatedPost() instanceof Posted);
        }
        Await.within(WHOLE).until("posts are taken", () -> calls.post(author) instanceof Posted);
    }

    /**
     * Returns when every promise is kept by what was shown, and everybody is shown the same: so a tweet whose answer never came is
     * everywhere or nowhere.
     */
    void awaitWhole() {
        Await.within(WHOLE).untilPasses("nothing is lost, repeated, out of order or foreign", () -> {
            Outcome own = calls.scroll(author);
            List<Outcome> shown = readers.parallelStream().map(calls::scroll).toList();
            assertThat(own).isInstanceOf(Seen.class);
            assertThat(shown).allSatisfy(seen -> assertThat(seen).isEqualTo(own));
            Verdict verdict = Checker.check(recorder.history());
            assertThat(verdict.isKept()).as(() -> verdict.findings().toString()).isTrue();
        });
    }

    private Session newcomer() {
        Session known = newcomer;
        if (known == null) {
            known = client.register(name + "n");
            newcomer = known;
        }
        return known;
    }
}
