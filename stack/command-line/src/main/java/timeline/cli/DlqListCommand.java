package timeline.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.deadletter.DeadLetter;
import timeline.local.deadletter.kafka.KafkaDeadLetterQueue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code ./timeline dlq list}. */
@picocli.CommandLine.Command(name = "list", description = "The dead letters that nobody has settled, the oldest first.")
public final class DlqListCommand implements Command {
    private static final String ROW = "%-20s  %-24s  %-60s  %s";

    @Option(names = "--json", description = "As an array of {id, source, source_offset, buried, cause, value}.")
    private boolean json;

    @Override
    public int run(Stack stack, Terminal terminal) {
        List<DeadLetter> open;
        try (KafkaDeadLetterQueue queue = DeadLetters.of(stack)) {
            open = queue.open();
        }
        if (json) {
            ArrayNode array = new JsonMapper().createArrayNode();
            open.forEach(letter -> array.addObject().put("id", letter.id().toString()).put("source", letter.source())
                    .put("source_offset", letter.sourceOffset()).put("buried", letter.buried().toString())
                    .put("cause", letter.cause()).put("value", letter.valueText()));
            terminal.say(array.toPrettyString());
        } else if (open.isEmpty()) {
            terminal.note("no dead letters");
        } else {
            terminal.say(String.format(Locale.ROOT, ROW, "ID", "SINCE", "CAUSE", "VALUE"));
            open.forEach(
                    letter -> terminal.say(String.format(Locale.ROOT, ROW, letter.id(), letter.buried(), letter.cause(),
                            letter.valueText().replaceAll("\\p{Cntrl}", " "))));
        }
        return DONE;
    }
}
