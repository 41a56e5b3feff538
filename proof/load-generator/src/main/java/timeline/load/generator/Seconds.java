package timeline.load.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The seconds of a run. */
final class Seconds {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long begun;
    private final Listener listener;
    private final List<Second> all = new ArrayList<>();
    private int told;

    Seconds(long begun, List<Phase> phases, Listener listener) {
        this.begun = begun;
        this.listener = listener;
        for (int phase = 0; phase < phases.size(); phase++) {
            for (int second = 0; second < phases.get(phase).seconds(); second++) {
                all.add(new Second(all.size(), phase, new Tally()));
            }
        }
    }

    /** Where a request belongs that is due then; what comes after the end belongs to the last second. */
    Tally at(long due) {
        return all.get((int) Math.min((due - begun) / SECOND, all.size() - 1)).tally();
    }

    /** Tells of the seconds that are over and done, when nothing that is due before {@code now} will be added any more. */
    void tell(long now) {
        while (told < all.size() && now - begun >= (told + 1) * SECOND && all.get(told).tally().open() == 0) {
            listener.over(all.get(told++));
        }
    }

    List<Second> all() {
        return List.copyOf(all);
    }
}
