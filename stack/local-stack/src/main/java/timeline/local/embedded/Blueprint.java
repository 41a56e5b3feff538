package timeline.local.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import timeline.local.Component;
import timeline.local.process.Children;
import timeline.local.process.Signal;
import timeline.stores.Launch;

/** How one component is prepared, started, recognised as ready and stopped. Holds no process. */
interface Blueprint {
    Component component();

    /** Every loopback port that it listens on. */
    List<Integer> ports();

    /** The kinds of component that are started, and ready, before this one at {@code up}. */
    Set<String> needs();

    Path log();

    /** Names code and configuration: a running component of another version is not what was asked for. */
    String version();

    /** Makes everything that a launch needs; idempotent, and safe after a launch or a preparation was cut short. */
    Launch prepare() throws IOException;

    /** Whether it answers a real request now; within two seconds, never throws. */
    boolean isReady();

    /** Asks it to end in an orderly way, without waiting for its clients. */
    default Signal stopSignal() {
        return Signal.TERM;
    }

    /**
     * Whether it is started again when it ends by itself. A primary of Redis is not: back before its replica took over, it would lack its
     * last second, and make the replica forget it too.
     */
    default boolean startsAgain() {
        return !component().kind().equals("redis");
    }

    /** Starts what was prepared. */
    default void start(Children children, Launch launch) {
        if (startsAgain()) {
            children.startSupervised(name(), stopSignal(), version(), launch);
        } else {
            children.start(name(), stopSignal(), version(), launch);
        }
    }

    default String name() {
        return component().name();
    }
}
