package timeline.load.overload;

import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import timeline.client.TimelineClient;
import timeline.load.generator.TimelineRequests;
import timeline.load.graph.SkewedCrowd;
import timeline.local.Stack;
import timeline.local.Terminal;

/** What the {@link SkewedCrowd} asks of a running stack. */
final class CrowdRequests {
    private CrowdRequests() {
    }

    /**
     * Seeds the crowd where it is not there, and signs all of it in.
     *
     * @param name begins what is posted; ASCII letters
     */
    static TimelineRequests of(Stack stack, String name, int readsPerPost, Terminal terminal)
            throws InterruptedException {
        try (TimelineClient client = new TimelineClient(stack.gateway(), stack.url("follow-service"),
                Clock.systemUTC())) {
            // Anew, whatever seeding took: nobody renews them on the way.
            List<String> tokens = SkewedCrowd.seed(client, terminal::progress).newTokens(client);
            String run = name + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
            return new TimelineRequests(stack.gateway().getAuthority(), tokens, readsPerPost, run,
                    new SplittableRandom());
        }
    }
}
