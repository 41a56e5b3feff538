package timeline.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import timeline.local.Stack;
import timeline.local.Status;
import timeline.system.endtoend.RunningStack;

/**
 * G12, first half: no input leads to a 500, to an answer that is not described or comes late, or to an effect that was refused.
 * Seeded: {@code -Dtimeline.fuzz.seed} chooses another seed, {@code -Dtimeline.fuzz.requests} how many, {@code -Dtimeline.fuzz.only}
 * sends one request alone, by its number.
 */
@ExtendWith(RunningStack.class)
class FuzzIT {
    private static final long SEED = Long.getLong("timeline.fuzz.seed", 20_260_401);
    private static final long REQUESTS = Long.getLong("timeline.fuzz.requests", 20_400);
    private static final long ONLY = Long.getLong("timeline.fuzz.only", -1);
    private static final int CONNECTIONS = 12;
    /** Of all answers: a busy machine may shed some load. */
    private static final double MOST_SHED = 0.01;

    private final Stack stack;
    private final Arena arena;
    private final FuzzReport report = new FuzzReport();

    FuzzIT(Stack stack) {
        this.stack = stack;
        this.arena = new Arena(stack);
    }

    @Test
    void noInputLeadsToADefect() throws Exception {
        List<Future<Ledger>> running = new ArrayList<>();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int first = 0; first < CONNECTIONS; first++) {
                int number = first;
                Player player = arena.another();
                running.add(threads.submit(() -> play(player, number)));
            }
        }
        System.out.printf(Locale.ROOT, "seed %d, %d s%n%s", SEED, (System.nanoTime() - begun) / 1_000_000_000, report);

        assertThat(report.failures()).as("-Dtimeline.fuzz.seed=" + SEED).isEmpty();
        for (Future<Ledger> ledger : running) {
            ledger.get().check();
        }
        assertThat(report.answers(503)).isLessThanOrEqualTo((int) (MOST_SHED * report.requests()));
        assertThat(report.answers(502) + report.answers(504)).isZero();
        assertThat(stack.status()).extracting(Status::state).containsOnly(Status.State.RUNNING);
    }

    /** Every request whose number is the first one's or a multiple of the connections behind it. */
    private Ledger play(Player player, int first) throws IOException {
        Fuzzer fuzzer = new Fuzzer(SEED, player, arena.tokens());
        Ledger ledger = new Ledger(player);
        try (Wire wire = new Wire(arena.port())) {
            for (long number = first; number < REQUESTS; number += CONNECTIONS) {
                if (ONLY < 0 || ONLY == number) {
                    RawRequest request = fuzzer.request(number);
                    Optional<Reply> answer = answer(number, wire, request);
                    ledger.record(request, answer);
                    judge(number, request, answer);
                }
            }
        }
        return ledger;
    }

    private Optional<Reply> answer(long number, Wire wire, RawRequest request) {
        Optional<Reply> answer;
        try {
            answer = wire.send(request);
        } catch (IOException | RuntimeException unreadable) {
            report.failed(String.format(Locale.ROOT, "request %d: %s%n%s", number, unreadable, request));
            answer = Optional.empty();
        }
        report.answered(number, request, answer);
        return answer;
    }

    private void judge(long number, RawRequest request, Optional<Reply> answer) {
        List<String> violations = new ArrayList<>();
        if (answer.isPresent()) {
            violations.addAll(Rules.violations(request, answer.get()));
            violations.addAll(arena.contract().violations(request, answer.get()));
        } else if (request.framed()) {
            violations.add("no answer");
        }
        if (!violations.isEmpty()) {
            report.failed(String.format(Locale.ROOT, "request %d: %s%n%s%n%s", number, violations, request,
                    answer.map(Reply::toString).orElse("closed")));
        }
        if (ONLY == number) {
            System.out.printf(Locale.ROOT, "request %d:%n%s%n%s%n", number, request, answer);
        }
    }
}
