package timeline.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

    /**
     * The letters that a command line means: those named, or all that are open.
     *
     * @throws StackException when one of them does not exist, or none is meant
     */
    static List<DeadLetter> meant(DeadLetterQueue queue, List<String> names, boolean all) {
        if (all != names.isEmpty()) {
            throw new StackException("say which dead letters are meant, or --all");
        }
        return all ? queue.open() : names.stream().map(name -> find(queue, name)).toList();
    }

    static DeadLetter find(DeadLetterQueue queue, String name) {
        Optional<DeadLetter> letter;
        try {
            letter = queue.find(LetterId.parse(name));
        } catch (IllegalArgumentException noId) {
            throw new StackException(String.valueOf(noId.getMessage()), noId);
        }
        return letter.orElseThrow(() -> new StackException("there is no dead letter " + name));
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
