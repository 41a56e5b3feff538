package timeline.drill.fault;

import java.time.Duration;
import java.util.List;
import timeline.drill.stack.Link;
import timeline.drill.stack.Target;
import timeline.drill.stack.Target.State;

/** How an instance is taken away, and comes back. */
public enum InstanceFault {
    /** As by a power cut. */
    KILLED("killed", State.GONE, Duration.ofSeconds(10), Duration.ZERO),
    /** It keeps its connections, takes new ones, and says nothing. */
    FROZEN("frozen", State.FROZEN, Duration.ofSeconds(10), Duration.ZERO),
    /** Politely, as for a new version: one instance of a service after the other. */
    RESTARTED("restarted", State.GONE, Duration.ZERO, Duration.ZERO),
    /** It goes on, and nothing that it says or is told arrives; nobody gets to know. */
    CUT_OFF("cut off", State.CUT_OFF, Duration.ofSeconds(10), Reconnection.WITHIN),
    /** It goes on, and one packet in ten to it and from it is lost. */
    LOSING("on a lossy link", State.LOSING, Duration.ofSeconds(10), Reconnection.WITHIN);

    private final String participle;
    private final State seen;
    private final Duration lasting;
    private final Duration foundAgain;

    InstanceFault(String participle, State seen, Duration lasting, Duration foundAgain) {
        this.participle = participle;
        this.seen = seen;
        this.lasting = lasting;
        this.foundAgain = foundAgain;
    }

    /**
     * Who had to take a link for dead makes a new connection. Cassandra's callers take longest: an attempt that has just begun ends in vain
     * ({@code timeline.cassandra.connect-timeout}), the next one begins after {@code reconnect-within}, and shakes hands.
     */
    private static final class Reconnection {
        static final Duration WITHIN = Duration.ofSeconds(8);
    }

    /** How long it stays away. */
    public Duration lasting() {
        return lasting;
    }

    /** Which of a service's instances it is the turn of: all of them one by one, or each time another one. */
    public List<String> whose(List<String> instances, int lot) {
        return this == RESTARTED ? instances : List.of(instances.get(Math.floorMod(lot, instances.size())));
    }

    /** For people, behind a name. */
    public String participle() {
        return participle;
    }

    /** What a stack says of an instance that has been taken away so. */
    public State seen() {
        return seen;
    }

    /** From its return on, within how long those who ask it have noticed. What starts, or thaws, is waited for by {@link #giveBack}. */
    public Duration foundAgain() {
        return foundAgain;
    }

    /** Returns when it is away. */
    public void take(Target target, String instance) {
        switch (this) {
            case KILLED -> target.kill(instance);
            case FROZEN -> target.pause(instance);
            case RESTARTED -> target.stop(instance);
            case CUT_OFF -> target.link(instance, Link.CUT);
            case LOSING -> target.link(instance, Link.LOSSY);
        }
    }

    /** Returns when they serve again. */
    public void giveBack(Target target, List<String> instances) {
        switch (this) {
            case KILLED, RESTARTED -> target.start(instances);
            case FROZEN -> instances.forEach(target::unpause);
            case CUT_OFF, LOSING -> instances.forEach(instance -> target.link(instance, Link.WHOLE));
        }
    }
}
