package timeline.cli;

import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.deadletter.LetterId;
import timeline.local.deadletter.DeadLetter;
import timeline.local.deadletter.kafka.KafkaDeadLetterQueue;

/** {@code ./timeline dlq show}. */
@picocli.CommandLine.Command(name = "show", description = "All that is known of one dead letter.")
public final class DlqShowCommand implements Command {
    @Parameters(paramLabel = "ID", description = "As the list shows it: tweets.dlt/0/17.")
    private LetterId name = new LetterId("", 0, 0);

    @Override
    public int run(Stack stack, Terminal terminal) {
        try (KafkaDeadLetterQueue queue = DeadLetters.of(stack)) {
            DeadLetter letter = DeadLetters.find(queue, name);
            terminal.say("id      " + letter.id());
            terminal.say("state   " + queue.settlement(letter.id()).map(Object::toString).orElse("open"));
            terminal.say("since   " + letter.buried());
            terminal.say("from    " + letter.source() + "/" + letter.id().partition() + "/" + letter.sourceOffset());
            terminal.say("cause   " + letter.cause());
            terminal.say("value   " + letter.valueText());
        }
        return DONE;
    }
}
