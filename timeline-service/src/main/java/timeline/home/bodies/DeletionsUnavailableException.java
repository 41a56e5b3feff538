package timeline.home.bodies;

import org.jspecify.annotations.Nullable;

/** An instance does not say what it has deleted, or it is not known which instances there are. */
public final class DeletionsUnavailableException extends RuntimeException {
    public DeletionsUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
