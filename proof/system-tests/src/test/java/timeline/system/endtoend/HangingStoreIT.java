package timeline.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import timeline.client.Answer;
import timeline.client.Session;
import timeline.local.Stack;
import timeline.local.Status.State;

/** G12: the one store without a substitute is gone, or keeps its connections and answers nothing. Everybody is told so, soon. */
@ExtendWith(RunningStack.class)
class HangingStoreIT {
    private static final String STORE = "cassandra";
    private static final Duration ANSWERED = Duration.ofSeconds(2);
    private static final Duration OUTAGE = Duration.ofSeconds(6);
    private static final int AT_ONCE = 24;

    /** Every call that needs the store. */
    private static final Map<String, Function<Session, Answer>> CALLS = Map.of(
            "timeline", user -> user.timeline(20, Optional.empty()),
            "post", user -> user.post("hello"),
            "keyed post", user -> user.post("hello", "key-" + System.nanoTime()),
            "user timeline", user -> user.userTimeline(user.user(), 20, Optional.empty()),
            "tweet", user -> user.get("/v1/tweets/2124551467729575936"));

    private final Stack stack;
    private final List<Session> users;

    HangingStoreIT(Stack stack) {
        this.stack = stack;
        this.users = new Users(stack).some(AT_ONCE);
        users.stream().skip(1).forEach(user -> Users.follow(user, users.getFirst()));
        users.forEach(user -> Users.post(user, "before"));
    }

    @AfterEach
    void everythingIsBack() throws InterruptedException {
        State state = stack.status(STORE).state();
        if (state == State.PAUSED) {
            stack.unpause(STORE);
        } else if (state == State.EXITED) {
            stack.start(STORE);
        }
        for (var component : stack.components()) {
            stack.awaitReady(component.name(), Duration.ofSeconds(90));
        }
        Users.within(Duration.ofSeconds(30), "all is well again",
                () -> CALLS.values().stream().map(call -> call.apply(users.getLast()).status())
                        .allMatch(status -> status < 500));
    }

    @Test
    void tellsEverybodyWithinTwoSecondsWhileTheStoreHangs() throws Exception {
        stack.pause(STORE);

        assertToldSoon(everybodyCalls());
    }

    @Test
    void tellsEverybodyWithinTwoSecondsWhileTheStoreIsDown() throws Exception {
        stack.kill(STORE, "KILL");

        assertToldSoon(everybodyCalls());
    }

    /** Each of them again and again, one call after the other, all side by side. */
    private List<Call> everybodyCalls() throws Exception {
        long end = System.nanoTime() + OUTAGE.toNanos();
        List<Future<List<Call>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Session user : users) {
                running.add(threads.submit(() -> calls(user, end)));
            }
        }
        List<Call> all = new ArrayList<>();
        for (Future<List<Call>> calls : running) {
            all.addAll(calls.resultNow());
        }
        return all;
    }

    private static List<Call> calls(Session user, long end) {
        List<Call> made = new ArrayList<>();
        while (System.nanoTime() - end < 0) {
            CALLS.forEach((name, call) -> made.add(new Call(name, call.apply(user))));
        }
        return made;
    }

    private static void assertToldSoon(List<Call> calls) {
        report(calls);
        assertThat(calls).extracting(Call::name).as("everything was tried").containsAll(CALLS.keySet());
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.answer.took()).as(call.name).isLessThan(ANSWERED);
            // 429: who is refused at once comes again at once, and soon too often.
            assertThat(call.answer.status()).as(call.toString()).isIn(200, 429, 503);
            if (call.answer.status() != 200) {
                assertThat(call.answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
                assertThat(call.answer.header("Retry-After")).as(call.toString()).isPresent();
            }
        });
        assertThat(calls).filteredOn(call -> call.name.contains("post")).extracting(call -> call.answer.status())
                .as("what is not stored is not acknowledged").doesNotContain(201);
    }

    private static void report(List<Call> calls) {
        CALLS.keySet().stream().sorted().forEach(name -> {
            List<Duration> took = calls.stream().filter(call -> call.name.equals(name)).map(call -> call.answer.took())
                    .sorted().toList();
            System.out.printf(Locale.ROOT, "%-14s %6d answers, p50 %5d ms, p99 %5d ms, max %5d ms%n", name, took.size(),
                    took.get(took.size() / 2).toMillis(), took.get(took.size() * 99 / 100).toMillis(),
                    took.getLast().toMillis());
        });
    }

    private record Call(String name, Answer answer) {}
}
