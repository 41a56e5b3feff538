package timeline.drill.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import timeline.drill.crowd.Ledger.Ending;
import timeline.drill.crowd.Ledger.Kind;
import timeline.drill.crowd.Ledger.Request;
import timeline.history.Action;
import timeline.history.Checker;
import timeline.history.Checker.Verdict;
import timeline.history.History;
import timeline.history.Operation;
import timeline.history.Outcome;
import timeline.history.SeenTweet;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;

/** What the users of a drill of thirty seconds were told, second by second: its disturbance begins at 10 and is over at 20. */
final class Told {
    static final UserId ALICE = new UserId(1);
    static final UserId BOB = new UserId(2);
    static final Course COURSE = new Course(0, nanos(10), nanos(20));

    final List<Request> requests = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    static long nanos(double second) {
        return (long) (second * 1e9);
    }

    static TweetId tweet(int number) {
        return new TweetId(Snowflake.compose(Snowflake.EPOCH_MILLIS + 1_000L * number, 0, 0));
    }

    static SeenTweet seen(int number) {
        return new SeenTweet(tweet(number), ALICE, "text " + number, tweet(number).createdAt());
    }

    Told post(double second, int number) {
        return call(second, ALICE, new Action.Post("text " + number), new Outcome.Posted(tweet(number)));
    }

    Told follow(double second) {
        return call(second, BOB, new Action.Follow(ALICE), new Outcome.Done());
    }

    Told read(double second, UserId reader, SeenTweet... shown) {
        return call(second, reader, new Action.Scroll(100), new Outcome.Seen(List.of(shown), Set.of()));
    }

    Told call(double second, UserId user, Action action, Outcome outcome) {
        operations.add(new Operation(nanos(second), nanos(second) + 1_000_000, user, action, outcome));
        return this;
    }

    Told request(double second, String method, String path, int status, String... degraded) {
        return request(second, method, path, status, Duration.ofMillis(10), degraded);
    }

    Told request(double second, String method, String path, int status, Duration took, String... degraded) {
        requests.add(new Request(Instant.EPOCH, nanos(second), nanos(second) + took.toNanos(), Kind.IDEMPOTENT, method,
                path, 1, took, new Ending(status, status == 503 ? "unavailable" : "", "", Set.of(degraded))));
        return this;
    }

    History history() {
        return new History(operations);
    }

    Verdict verdict() {
        return Checker.check(history());
    }

    List<Row> table() {
        return Table.of(COURSE, requests, history(), verdict().findings());
    }
}
