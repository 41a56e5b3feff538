package timeline.follow.http;

import org.jspecify.annotations.Nullable;
import timeline.edge.Problem;
import timeline.follow.Username;

/** Reads the username of a body: 422 when it has not the form of one. */
final class Usernames {
    private Usernames() {
    }

    static Username of(@Nullable String text) {
        if (text == null) {
            throw Problem.VALIDATION.at("/username", "A username is required.");
        }
        try {
            return new Username(text);
        } catch (IllegalArgumentException refused) {
            throw Problem.VALIDATION.at("/username", String.valueOf(refused.getMessage()));
        }
    }
}
