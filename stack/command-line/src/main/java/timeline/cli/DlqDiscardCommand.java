package timeline.cli;

import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.deadletter.DeadLetter;
import timeline.local.deadletter.Undertaker;
import timeline.local.deadletter.kafka.KafkaDeadLetterQueue;

/** {@code ./timeline dlq discard}. */
@picocli.CommandLine.Command(name = "discard", description = "Give dead letters up: they stay in their topic, but are not listed any more.")
public final class DlqDiscardCommand extends LettersCommand {
    @Override
    public int run(Stack stack, Terminal terminal) {
        try (KafkaDeadLetterQueue queue = DeadLetters.of(stack)) {
            // Nothing is asked of the gateway: what is given up need not exist.
            Undertaker undertaker = new Undertaker(queue, tweet -> true);
            for (DeadLetter letter : meant(queue)) {
                terminal.say(letter.id() + ": " + (undertaker.discard(letter) ? "discarded" : "settled before"));
            }
        }
        return DONE;
    }
}
