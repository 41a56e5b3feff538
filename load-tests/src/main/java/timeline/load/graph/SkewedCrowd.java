package timeline.load.graph;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import timeline.client.TimelineClient;

/** The users of everything that loads the whole system: few enough to be seeded in a minute, and as unequal as the real ones. */
public final class SkewedCrowd {
    public static final int USERS = 400;
    /** Begins every user name; the rank follows. */
    public static final String PREFIX = "load";

    private static final int TOP_FOLLOWERS = 300;
    private static final int TWEETS = 8_000;
    private static final long SEED = 400;

    private SkewedCrowd() {
    }

    /** {@link Population#seed} with these users. */
    public static Population seed(TimelineClient client, Consumer<String> progress) throws InterruptedException {
        return Population.seed(client, SocialGraph.skewed(USERS, TOP_FOLLOWERS, new SplittableRandom(SEED)), TWEETS,
                PREFIX, progress);
    }
}
