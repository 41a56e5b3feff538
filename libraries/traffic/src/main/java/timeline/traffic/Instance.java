package timeline.traffic;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * One instance of a service as one of its callers sees it. No judgement outlives its evidence: an instance that does not serve is probed,
 * and the first answer brings it back. Thread-safe; never waits.
 */
public final class Instance {
    /** What is known of it, from best to worst: in this order instances are asked when none serves. */
    public enum State {
        /** It has answered. */
        SERVING,
        /** Nobody has asked it yet. */
        UNKNOWN,
        /** It is about to stop. */
        LEAVING,
        /** Calls wait for it, and not a word comes. */
        SILENT,
        /** There is no connection to it, or it does not take requests yet. */
        UNREACHABLE
    }

    /** A weight of nothing would never grow. */
    private static final double LEAST_WEIGHT = 0.1;
    /** Whoever was silent for a moment has not become cold. */
    private static final Duration RAMP_AFTER_SILENCE = Duration.ofSeconds(2);
    private static final Duration PROBED_OFTEN_FOR = Duration.ofSeconds(10);
    private static final Duration PROBED_SELDOM_EVERY = Duration.ofSeconds(1);

    private final URI address;
    private final InstanceRules rules;
    private final LongSupplier nanos;
    private final RandomGenerator random;

    private State state = State.UNKNOWN;
    private long stateSince;
    private long lastRefusal;
    private long rampFrom;
    private long rampNanos;
    private int waiting;
    /** The last moment at which something was heard, or at which too few waited to conclude anything. */
    private long quietSince;
    private long lastHeard;
    /** The last moment at which something was heard, or at which the first of those who have waited since then began to. */
    private long unheardSince;
    /** Whether somebody has waited since then, and no longer does. */
    private boolean givenUp;
    private CompletableFuture<State> silence = new CompletableFuture<>();
    private boolean probed;
    private long probedAt;
    private long nextProbe;

    Instance(URI address, InstanceRules rules, LongSupplier nanos, RandomGenerator random) {
        this.address = address;
        this.rules = rules;
        this.nanos = nanos;
        this.random = random;
        this.stateSince = nanos.getAsLong();
        this.quietSince = stateSince;
        this.lastHeard = stateSince;
        this.unheardSince = stateSince;
        this.nextProbe = stateSince;
    }

    public URI address() {
        return address;
    }

    public synchronized State state() {
        return state;
    }

    /** The calls that wait for its answer. */
    public synchronized int waiting() {
        return waiting;
    }

    /** A call goes out; {@link #ended} must follow. */
    public synchronized void begun() {
        if (waiting < rules.silentWaiting()) {
            quietSince = nanos.getAsLong();
        }
        if (!isOwing()) {
            unheardSince = nanos.getAsLong();
        }
        waiting++;
    }

    /** A call is over, with an answer or without. */
    public synchronized void ended() {
        waiting--;
        givenUp |= lastHeard - unheardSince < 0;
    }

    /** Whether it owes a word to somebody, who may wait for it still or not. */
    private boolean isOwing() {
        return waiting > 0 || givenUp;
    }

    /** Something was learnt about it. */
    public synchronized void learnt(Evidence evidence) {
        if (evidence == Evidence.UNREACHABLE) {
            lastRefusal = nanos.getAsLong();
            become(State.UNREACHABLE);
            return;
        }
        quietSince = nanos.getAsLong();
        lastHeard = quietSince;
        unheardSince = quietSince;
        givenUp = false;
        if (evidence == Evidence.LEAVES) {
            become(State.LEAVING);
        } else if (evidence == Evidence.SERVES || state != State.LEAVING) {
            serves();
        }
    }

    private void serves() {
        if (state == State.UNREACHABLE || state == State.LEAVING) {
            rampFor(rules.ramp());
        } else if (state == State.SILENT) {
            rampFor(RAMP_AFTER_SILENCE);
        }
        become(State.SERVING);
    }

    private void rampFor(Duration time) {
        rampFrom = nanos.getAsLong();
        rampNanos = time.toNanos();
    }

    private void become(State next) {
        if (state != next) {
            state = next;
            stateSince = nanos.getAsLong();
            nextProbe = stateSince + untilNextProbe();
        }
    }

    /**
     * Looks whether it is silent. To be called every few milliseconds.
     *
     * @param callerIsLate whether the caller itself does not come to its work, so that silence would prove nothing
     */
    void look(boolean callerIsLate) {
        turnedSilent(callerIsLate).complete(State.SILENT);
    }

    private synchronized CompletableFuture<State> turnedSilent(boolean callerIsLate) {
        long now = nanos.getAsLong();
        if (callerIsLate || waiting < rules.silentWaiting()) {
            quietSince = now;
        }
        return now - quietSince >= rules.silentAfter().toNanos() ? silent() : new CompletableFuture<>();
    }

    /** What ends with that, if it was not silent before. */
    private CompletableFuture<State> silent() {
        if (!isHeard()) {
            return new CompletableFuture<>();
        }
        become(State.SILENT);
        CompletableFuture<State> ended = silence;
        silence = new CompletableFuture<>();
        return ended;
    }

    private boolean isHeard() {
        return state == State.SERVING || state == State.UNKNOWN || state == State.LEAVING;
    }

    /** Completes when it turns silent the next time. */
    public synchronized CompletionStage<State> silence() {
        return silence;
    }

    /** What it may be given, compared with others: less for a while after it came back. */
    synchronized double weight() {
        long since = nanos.getAsLong() - rampFrom;
        return since >= rampNanos ? 1 : Math.max(LEAST_WEIGHT, (double) since / rampNanos);
    }

    /** What one more call would mean for it. */
    synchronized double cost() {
        return (waiting + 1) / weight();
    }

    /** Whether it has refused so short a time ago that it is believed without being asked again. */
    synchronized boolean hasRefusedWithin(Duration time) {
        return state == State.UNREACHABLE && nanos.getAsLong() - lastRefusal < time.toNanos();
    }

    /**
     * Whether it is to be probed now: it does not serve, or it lets its few callers wait without a word, be it that each of them waits so
     * short a time that nobody has noticed. Whoever is told so does it, and says
     * {@link #probeEnded}: probes never overlap.
     */
    public synchronized boolean wantsProbe() {
        long now = nanos.getAsLong();
        boolean doubtful = isOwing() && now - unheardSince >= rules.silentAfter().toNanos() / 2;
        boolean due = (state != State.SERVING || doubtful) && !probed && now - nextProbe >= 0;
        if (due) {
            probed = true;
            probedAt = now;
        }
        return due;
    }

    /**
     * The probe got no answer in its time. Nothing but the process itself is needed to answer one, so whoever does not, and was not heard by
     * anybody meanwhile, is silent, however few wait for it.
     *
     * @param callerIsLate as in {@link #look}
     */
    public void unanswered(boolean callerIsLate) {
        unansweredProbe(callerIsLate).complete(State.SILENT);
    }

    private synchronized CompletableFuture<State> unansweredProbe(boolean callerIsLate) {
        boolean unheard = !callerIsLate && isOwing() && unheardSince - probedAt <= 0;
        return unheard ? silent() : new CompletableFuture<>();
    }

    /** The probe is over; what came out of it was told to {@link #learnt}. */
    public synchronized void probeEnded() {
        probed = false;
        nextProbe = nanos.getAsLong() + untilNextProbe();
    }

    /** Some callers' probes should not come all at once. */
    private long untilNextProbe() {
        boolean lasts = nanos.getAsLong() - stateSince > PROBED_OFTEN_FOR.toNanos();
        Duration pause = lasts && rules.probeEvery().compareTo(PROBED_SELDOM_EVERY) < 0
                ? PROBED_SELDOM_EVERY
                : rules.probeEvery();
        return Math.round(pause.toNanos() * (0.8 + 0.4 * random.nextDouble()));
    }

    @Override
    public String toString() {
        return address + " " + state();
    }
}
