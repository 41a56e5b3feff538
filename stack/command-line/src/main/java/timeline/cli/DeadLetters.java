package timeline.cli;

import java.time.Clock;
import java.util.List;
import timeline.client.Answer;
import timeline.client.TimelineClient;
import timeline.event.Topics;
import timeline.id.TweetId;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.deadletter.DeadLetter;
import timeline.local.deadletter.DeadLetterQueue;
import timeline.local.deadletter.LetterId;
import timeline.local.deadletter.kafka.KafkaDeadLetterQueue;
import timeline.local.http.FirstTweet;

/** The dead letters of a running stack, as the {@code dlq} commands need them. */
final class DeadLetters {
    private static final String SETTLED = "dead-letters.settled";
    private static final int FOUND = 200;
    private static final int GONE = 404;

    private DeadLetters() {
    }

    static KafkaDeadLetterQueue of(Stack stack) {
        return new KafkaDeadLetterQueue("127.0.0.1:" + stack.component("kafka").port(),
                List.of(Topics.TWEETS, Topics.FOLLOWS), SETTLED);
    }

    /** @throws StackException when it does not exist */
    static DeadLetter find(DeadLetterQueue queue, LetterId name) {
        return queue.find(name).orElseThrow(() -> new StackException("there is no dead letter " + name));
    }

    /** Asks as anybody may who has a token. */
    static boolean exists(Stack stack, TweetId tweet) {
        try (TimelineClient client = new TimelineClient(stack.gateway(), Clock.systemUTC())) {
            Answer answer = client.signIn(FirstTweet.READER).get("/v1/tweets/" + tweet);
            return switch (answer.status()) {
                case FOUND -> true;
                case GONE -> false;
                default -> throw new StackException(
                        "can't tell whether tweet " + tweet + " still exists: status " + answer.status());
            };
        }
    }
}
