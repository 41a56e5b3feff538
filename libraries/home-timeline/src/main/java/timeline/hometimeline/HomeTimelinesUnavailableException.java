package timeline.hometimeline;

import org.jspecify.annotations.Nullable;

/** The cache, or a part of it, did not answer in time: an outage, not a fault of the request. */
public final class HomeTimelinesUnavailableException extends RuntimeException {
    private final boolean outOfTime;

    public HomeTimelinesUnavailableException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private HomeTimelinesUnavailableException(String message, @Nullable Throwable cause, boolean outOfTime) {
        super(message, cause);
        this.outOfTime = outOfTime;
    }

    /** The caller's deadline came before the cache's own time-out. */
    public static HomeTimelinesUnavailableException outOfTime(@Nullable Throwable cause) {
        return new HomeTimelinesUnavailableException("no time is left to wait for the cache", cause, true);
    }

    /** Whether it was the caller who had no more time, which says nothing about the health of the cache. */
    public boolean isOutOfTime() {
        return outOfTime;
    }
}
