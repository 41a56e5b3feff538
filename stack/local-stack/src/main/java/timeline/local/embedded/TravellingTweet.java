package timeline.local.embedded;

import timeline.local.Settings;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.http.FirstTweet;
import timeline.local.http.PushThreshold;

/** The stack works when a tweet has travelled from POST to a follower's timeline. */
final class TravellingTweet implements EmbeddedStack.Proof {
    @Override
    public void show(Stack stack, Settings settings, Terminal terminal) throws InterruptedException {
        PushThreshold threshold = new PushThreshold(stack);
        if (settings.threshold().isPresent()) {
            threshold.change(settings.threshold().getAsLong());
        }
        // With a lower threshold even an author with one follower is a celebrity: the tweet is there, but pulled.
        boolean pushed = threshold.current() > 1;
        terminal.progress(new FirstTweet(stack.gateway()).travel(pushed));
    }
}
