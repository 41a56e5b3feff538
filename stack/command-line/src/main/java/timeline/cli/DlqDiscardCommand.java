package timeline.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.deadletter.LetterId;
import timeline.local.deadletter.DeadLetter;
import timeline.local.deadletter.Undertaker;
import timeline.local.deadletter.kafka.KafkaDeadLetterQueue;

/** {@code ./timeline dlq discard}. */
@picocli.CommandLine.Command(name = "discard", description = "Give dead letters up: they stay in their topic, but are not listed any more.")
public final class DlqDiscardCommand implements Command {
    @Parameters(paramLabel = "ID", arity = "0..*", description = "As the list shows them: tweets.dlt/0/17.")
    private List<LetterId> names = new ArrayList<>();

    @Option(names = "--all", description = "All that are open.")
    private boolean all;

    @Override
    public void check(Stack stack) {
        DeadLetters.requireMeant(names, all);
    }

    @Override
    public int run(Stack stack, Terminal terminal) {
        try (KafkaDeadLetterQueue queue = DeadLetters.of(stack)) {
            // Nothing is asked of the gateway: what is given up need not exist.
            Undertaker undertaker = new Undertaker(queue, tweet -> true);
            for (DeadLetter letter : all ? queue.open() : DeadLetters.find(queue, names)) {
                terminal.say(letter.id() + ": " + (undertaker.discard(letter) ? "discarded" : "settled before"));
            }
        }
        return DONE;
    }
}
