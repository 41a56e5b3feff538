package timeline.local.http;

import timeline.local.Stack;

/**
 * The number of followers from which an author's tweets are left for read time instead of being pushed; 0 pulls all, {@link
 * Long#MAX_VALUE} never pulls. Kept by the follow-service; in force for the next tweet.
 */
public final class PushThreshold {
    private static final String PATH = "/threshold";
    private static final String FIELD = "followers";

    private final InternalApi followService;

    public PushThreshold(Stack stack) {
        this.followService = new InternalApi(stack);
    }

    /** The threshold now, in followers. */
    public long current() {
        return followService.get(PATH).path(FIELD).asLong();
    }

    /** @return the threshold that is in force from now on, in followers */
    public long change(long followers) {
        return followService.put(PATH, FIELD, followers).path(FIELD).asLong();
    }
}
