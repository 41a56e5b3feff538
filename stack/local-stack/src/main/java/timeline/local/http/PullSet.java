package timeline.local.http;

import timeline.id.UserId;
import timeline.local.Stack;
import tools.jackson.databind.JsonNode;

/** Whose tweets are left for read time now, as the fan-out is told it: committed, never from a cache. */
public final class PullSet {
    private final InternalApi followService;

    public PullSet(Stack stack) {
        this.followService = new InternalApi(stack);
    }

    /** Where an author stands between push and pull. */
    public enum Place {
        /** Pushed: not in the pull set. */
        OUT,
        /** Pulled. */
        IN,
        /** Pushed again, and still pulled (ADR 0004). */
        LEAVING
    }

    public Place place(UserId author) {
        JsonNode audience = followService.get("/users/" + author + "/followers?limit=1").path("audience");
        if (!audience.path("pulled_from").isNumber()) {
            return Place.OUT;
        }
        return audience.path("pulled_until").isNumber() ? Place.LEAVING : Place.IN;
    }
}
