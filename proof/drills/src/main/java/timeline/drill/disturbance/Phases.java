package timeline.drill.disturbance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Which part of a disturbance it was, and of which service, at what time: begun and ended by the disturbance, read by the judge afterwards. */
public final class Phases {
    private final LongSupplier nanoTime;
    private final List<Stretch> stretches;
    private @Nullable Stretch open;

    /** @param nanoTime monotonic, the one of the drill */
    public Phases(LongSupplier nanoTime) {
        this(nanoTime, new ArrayList<>());
    }

    private Phases(LongSupplier nanoTime, List<Stretch> stretches) {
        this.nanoTime = nanoTime;
        this.stretches = stretches;
    }

    /** For something that happens at the same time: what ends there is among these, and neither ends the other's. */
    public Phases beside() {
        return new Phases(nanoTime, stretches);
    }

    /** What goes on with the instance. */
    public enum Phase {
        /** Nothing yet. */
        BEFORE,
        /** It is gone, or going. */
        BROKEN,
        /** It was told to come back, and does not serve yet. */
        STARTING,
        /** It serves again. */
        AFTER
    }

    /** A phase of a service, from the first moment on and before the second one. */
    public record Stretch(String service, Phase phase, long fromNanos, long toNanos) {
        public boolean contains(long nanos) {
            return nanos - fromNanos >= 0 && nanos - toNanos < 0;
        }

        /** Whether something that went on from the first moment to the second went on in it, if only for a part. */
        public boolean overlaps(long beginNanos, long endNanos) {
            return endNanos - fromNanos >= 0 && beginNanos - toNanos < 0;
        }
    }

    /** Ends the phase before this one. */
    public void begin(String service, Phase phase) {
        end();
        long now = nanoTime.getAsLong();
        open = new Stretch(service, phase, now, now);
    }

    /** Ends the last phase, if there is one. */
    public void end() {
        Stretch ended = open;
        if (ended != null) {
            stretches.add(new Stretch(ended.service(), ended.phase(), ended.fromNanos(), nanoTime.getAsLong()));
            open = null;
        }
    }

    /** All that have ended, in order. */
    public List<Stretch> stretches() {
        return List.copyOf(stretches);
    }
}
