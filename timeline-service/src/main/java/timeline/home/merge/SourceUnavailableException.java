package timeline.home.merge;

import org.jspecify.annotations.Nullable;

/** A source that can't be read on now. What it gave before stays true. */
public final class SourceUnavailableException extends RuntimeException {
    /** Why: it decides what the reader is told. */
    public enum Reason {
        /** The store behind it failed. */
        FAILED,
        /** It was not done in time. */
        TOO_SLOW,
        /** Too many read it at this moment. */
        OVERLOADED,
        /** It is not known whose tweets to read. */
        GRAPH_UNKNOWN
    }

    private final Reason reason;

    public SourceUnavailableException(Reason reason, @Nullable Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
