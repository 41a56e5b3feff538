package timeline.drill.fault;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import timeline.drill.stack.Target;
import timeline.drill.stack.Target.State;

/** How an instance is taken away, and comes back. */
public enum InstanceFault {
    /** As by a power cut. */
    KILLED(Duration.ofSeconds(10)),
    /** It keeps its connections, takes new ones, and says nothing. */
    FROZEN(Duration.ofSeconds(10)),
    /** Politely, as for a new version: one instance of a service after the other. */
    RESTARTED(Duration.ZERO);

    private final Duration lasting;

    InstanceFault(Duration lasting) {
        this.lasting = lasting;
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
    String participle() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a stack says of an instance that has been taken away so. */
    public State seen() {
        return this == FROZEN ? State.FROZEN : State.GONE;
    }

    /** Returns when it is away. */
    public void take(Target target, String instance) {
        switch (this) {
            case KILLED -> target.kill(instance);
            case FROZEN -> target.pause(instance);
            case RESTARTED -> target.stop(instance);
        }
    }

    /** Returns when it serves again. */
    public void giveBack(Target target, String instance) {
        switch (this) {
            case KILLED, RESTARTED -> target.start(instance);
            case FROZEN -> target.unpause(instance);
        }
    }
}
