package timeline.drill.stack;

import java.util.OptionalLong;
import timeline.local.OnInterrupt;

/** The push threshold, as long as a drill needs it to be another one. Put back at the end, also after a failure or Ctrl-C. */
public final class LoweredThreshold implements AutoCloseable {
    private final Runnable putBack;
    private final OnInterrupt onInterrupt;

    private LoweredThreshold(Runnable putBack) {
        this.putBack = putBack;
        this.onInterrupt = new OnInterrupt(putBack);
    }

    /** @param followers the threshold from now on; empty changes nothing */
    public static LoweredThreshold to(OptionalLong followers, Target target) {
        if (followers.isEmpty()) {
            return new LoweredThreshold(() -> {});
        }
        long before = target.threshold();
        LoweredThreshold lowered = new LoweredThreshold(() -> target.threshold(before));
        try {
            target.threshold(followers.getAsLong());
            return lowered;
        } catch (RuntimeException perhapsChanged) {
            lowered.close();
            throw perhapsChanged;
        }
    }

    @Override
    public void close() {
        onInterrupt.close();
        putBack.run();
    }
}
