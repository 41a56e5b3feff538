package timeline.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.UsageException;
import timeline.local.deadletter.DeadLetter;
import timeline.local.deadletter.DeadLetterQueue;
import timeline.local.deadletter.LetterId;

/** Does something about the dead letters that a command line names, or about all of them. */
abstract class LettersCommand implements Command {
    @Parameters(paramLabel = "ID", arity = "0..*", description = "As the list shows them: tweets.dlt/0/17.")
    private List<LetterId> names = new ArrayList<>();

    @Option(names = "--all", description = "All that are open.")
    private boolean all;

    @Override
    public void check(Stack stack) {
        if (all != names.isEmpty()) {
            throw new UsageException("say which dead letters are meant, or --all");
        }
    }

    /** @throws timeline.local.StackException when one of them does not exist */
    final List<DeadLetter> meant(DeadLetterQueue queue) {
        return all ? queue.open() : names.stream().map(name -> DeadLetters.find(queue, name)).toList();
    }
}
