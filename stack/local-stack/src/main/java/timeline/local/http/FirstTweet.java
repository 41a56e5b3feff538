package timeline.local.http;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import timeline.client.Answer;
import timeline.client.NoAnswerException;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.client.UnexpectedAnswerException;
import timeline.local.StackException;

/**
 * The proof that a stack works: somebody follows somebody, who then posts, and the tweet is in the follower's timeline. The
 * same two users each time, so that bringing a stack up often does not fill it.
 */
public final class FirstTweet {
    /** Who follows, and whose timeline the first {@code curl} shows. */
    public static final String READER = "first_reader";
    private static final String AUTHOR = "first_author";

    private static final int CONFLICT = 409;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BETWEEN_READS_MILLIS = 25;

    private final URI gateway;

    public FirstTweet(URI gateway) {
        this.gateway = gateway;
    }

    /**
     * @param pushed whether the tweet must have come through the fan-out, that is out of a timeline that was cached before
     * @return a sentence on what happened
     * @throws StackException when the tweet does not arrive
     */
    public String travel(boolean pushed) throws InterruptedException {
        try (TimelineClient client = new TimelineClient(gateway, Clock.systemUTC())) {
            Session reader = eventually("sign in", () -> signIn(client, READER));
            Session author = eventually("sign in", () -> signIn(client, AUTHOR));
            eventually("follow", () -> reader.follow(author.user()).orThrow());
            // Once it is cached, a tweet can only get into it by being pushed.
            until("a cached timeline", reader, answer -> !pushed || source(answer).equals("cache"));
            Answer posted = eventually("post", () -> author.post("Hello, timeline!").orThrow());
            String tweet = posted.body().path("tweet_id").asString("");
            long begun = System.nanoTime();
            Answer seen = until("the tweet", reader,
                    answer -> holds(answer, tweet) && (!pushed || source(answer).equals("cache")));
            long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            return String.format(Locale.ROOT,
                    "a tweet has travelled from POST to a follower's timeline in %d ms (%s, %s)", millis,
                    pushed ? "pushed" : "left for read time", "source: " + source(seen));
        }
    }

    private static Session signIn(TimelineClient client, String username) {
        Answer made = client.call("POST", "/v1/users", null, TimelineClient.object().put("username", username));
        if (made.status() != CONFLICT) {
            made.orThrow();
        }
        return client.signIn(username);
    }

    private static boolean holds(Answer timeline, String tweet) {
        return timeline.body().path("tweets").valueStream()
                .anyMatch(shown -> shown.path("tweet_id").asString("").equals(tweet));
    }

    private static String source(Answer timeline) {
        return timeline.header("Timeline-Source").orElse("unknown");
    }

    private static Answer until(String what, Session reader, Predicate<Answer> fact) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = eventually("read the timeline", () -> reader.timeline(20, Optional.empty()).orThrow());
            if (fact.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        what + " did not appear within " + PATIENCE.toSeconds() + " s; the last answer was "
                                + answer.status() + ", source " + source(answer) + ", degraded " + answer.degraded());
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_READS_MILLIS);
        }
    }

    private interface Call<T> {
        T make();
    }

    /** A service that has only just become ready may still be refused for a moment by the gateway's memory of its absence. */
    private static <T> T eventually(String what, Call<T> call) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return call.make();
            } catch (NoAnswerException | UnexpectedAnswerException notYet) {
                if (System.nanoTime() > deadline) {
                    throw new StackException("the stack is up but can't " + what + ": " + notYet.getMessage(), notYet);
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_READS_MILLIS * 10);
            }
        }
    }
}
