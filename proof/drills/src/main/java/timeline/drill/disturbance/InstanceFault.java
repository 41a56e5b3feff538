package timeline.drill.disturbance;

import java.time.Duration;
import java.util.List;
import timeline.drill.stack.Target;

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
    Duration lasting() {
        return lasting;
    }

    /** Which of a service's instances it is the turn of: all of them one by one, or each time another one. */
    List<String> whose(List<String> instances, int lot) {
        return this == RESTARTED ? instances : List.of(instances.get(Math.floorMod(lot, instances.size())));
    }

    /** Returns when it is away. */
    void take(Target target, String instance) {
        switch (this) {
            case KILLED -> target.kill(instance);
            case FROZEN -> target.pause(instance);
            case RESTARTED -> target.stop(instance);
        }
    }

    /** Returns when it serves again. */
    void giveBack(Target target, String instance) {
        switch (this) {
            case KILLED, RESTARTED -> target.start(instance);
            case FROZEN -> target.unpause(instance);
        }
    }
}
