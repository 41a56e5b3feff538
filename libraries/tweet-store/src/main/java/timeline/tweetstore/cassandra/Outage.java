package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import java.util.concurrent.CompletionException;
import timeline.tweetstore.TweetsUnavailableException;

/** Tells an outage (no node, no quorum, no answer in time, overload) from a defect (a statement that Cassandra refuses). */
final class Outage {
    private Outage() {
    }

    static RuntimeException orDefect(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> orDefect(wrapped.getCause());
            case QueryValidationException refused -> refused;
            case DriverException outage ->
                new TweetsUnavailableException("Cassandra did not confirm: " + outage.getMessage(), outage);
            // What the driver throws once its session is closed: the service is going down.
            case IllegalStateException closed when "Session is closed".equals(closed.getMessage()) ->
                new TweetsUnavailableException("Cassandra session closed", closed);
            case RuntimeException other -> other;
            default -> new IllegalStateException(failure);
        };
    }
}
