package timeline.stores;

import org.jspecify.annotations.Nullable;

/** A store can't be created, started or reached. The message is for the user: what failed, where, and what to do. */
public final class StoreFailedException extends RuntimeException {
    public StoreFailedException(String message) {
        super(message);
    }

    public StoreFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
