package timeline.drill.crowd;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import timeline.client.Answer;
import timeline.client.NoAnswerException;
import timeline.client.UnexpectedAnswerException;

/**
 * What users asked for and how it ended, request by request, as an operator would count it; the history beside it says what they saw.
 * Safe for use by many threads.
 */
public final class Ledger {
    private static final ScopedValue<Open> UNDER_WAY = ScopedValue.newInstance();

    private final LongSupplier nanoTime;
    private final Clock clock;
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();

    /** @param nanoTime monotonic, the one of the drill */
    public Ledger(LongSupplier nanoTime, Clock clock) {
        this.nanoTime = nanoTime;
        this.clock = clock;
    }

    /** Whether asking again does nothing more than asking once: then a user's client does, and it must succeed in the end. */
    public enum Kind {
        IDEMPOTENT, OTHER
    }

    /**
     * How something ended.
     *
     * @param status 0 when there was no answer
     * @param problem the problem's type, or what went wrong
     * @param degraded what a good answer named as missing ({@code Timeline-Degraded})
     */
    public record Ending(int status, String problem, String trace, Set<String> degraded) {
        private static final int OK = 2;
        private static final int TOO_MANY = 429;

        public Ending {
            degraded = Set.copyOf(degraded);
        }

        /** Of what lacks nothing. */
        public Ending(int status, String problem, String trace) {
            this(status, problem, trace, Set.of());
        }

        boolean isGood() {
            return status / 100 == OK;
        }

        /** Whether the system said that it had too much to do, now or from this user. */
        boolean isRefusal() {
            return status == TOO_MANY || problem.equals("overloaded");
        }

        static Ending of(Answer answer) {
            String type = answer.body().path("type").asString("");
            return new Ending(answer.status(), type.substring(type.lastIndexOf(':') + 1),
                    answer.body().path("trace_id").asString(""), answer.degraded());
        }

        static Ending none(NoAnswerException none) {
            Throwable cause = none.getCause();
            return new Ending(0, cause == null ? "no answer" : cause.getClass().getSimpleName(), "");
        }
    }

    /**
     * One request of a user.
     *
     * @param sent how often the user made their client send it; the client itself may go on to another gateway
     * @param slowest of all tries the one that took the longest: what is promised of an answer (G12) is promised of each, not of how long
     *     somebody persists
     */
    public record Request(Instant at, long invokedNanos, long endedNanos, Kind kind, String method, String path,
            int sent, Duration slowest, Ending ending) {
        public boolean hasFailed() {
            return !ending.isGood();
        }

        public boolean wasRefused() {
            return ending.isRefusal();
        }

        /** Whether somebody was shown a timeline that said that it lacked something. */
        public boolean isFlagged() {
            return !ending.degraded().isEmpty();
        }

        public boolean isIdempotent() {
            return kind == Kind.IDEMPOTENT;
        }

        /** From the begin of the first try to the end of the last, pauses between them included. */
        public Duration took() {
            return Duration.ofNanos(endedNanos - invokedNanos);
        }
    }

    /** A request that is not over yet; closing it writes it down. For one thread. */
    final class Open implements AutoCloseable {
        private final Kind kind;
        private final String method;
        private final String path;
        private final Instant at = clock.instant();
        private final long invoked = nanoTime.getAsLong();
        private int sent;
        private Duration slowest = Duration.ZERO;
        private Ending ending = new Ending(0, "not sent", "");

        private Open(Kind kind, String method, String path) {
            this.kind = kind;
            this.method = method;
            this.path = path;
        }

        /** Sends it, perhaps again, and passes on whatever comes of it. */
        Answer send(Supplier<Answer> call) {
            sent++;
            try {
                Answer answer = ScopedValue.where(UNDER_WAY, this).call(call::get);
                ending = Ending.of(answer);
                return answer;
            } catch (NoAnswerException none) {
                ending = Ending.none(none);
                throw none;
            } catch (UnexpectedAnswerException unexpected) {
                ending = Ending.of(unexpected.answer());
                throw unexpected;
            }
        }

        /** The same for what is no single answer when it succeeds; that it failed is written down, and no more said of it. */
        void attempt(Supplier<?> call) {
            sent++;
            try {
                var _ = ScopedValue.where(UNDER_WAY, this).call(call::get);
                ending = new Ending(200, "", "");
            } catch (NoAnswerException none) {
                ending = Ending.none(none);
            } catch (UnexpectedAnswerException unexpected) {
                ending = Ending.of(unexpected.answer());
            }
        }

        private void tried(Duration took) {
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }

        @Override
        public void close() {
            requests.add(new Request(at, invoked, nanoTime.getAsLong(), kind, method, path, sent, slowest, ending));
        }
    }

    /** A client's single try took so long: it belongs to the request that is under way on this thread, if there is one. */
    public void tried(Duration took) {
        if (UNDER_WAY.isBound()) {
            UNDER_WAY.get().tried(took);
        }
    }

    Open begin(Kind kind, String method, String path) {
        return new Open(kind, method, path);
    }

    /** What has been written so far. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }
}
