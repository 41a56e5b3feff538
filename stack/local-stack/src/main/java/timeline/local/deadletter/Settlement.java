package timeline.local.deadletter;

import java.util.Locale;

/** What became of a dead letter. */
public enum Settlement {
    /** Written into its source once more. */
    REPLAYED,
    /** Left where it is, and never shown again. */
    DISCARDED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
