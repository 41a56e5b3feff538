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
import timeline.local.deadletter.Verdict;
import timeline.local.deadletter.kafka.KafkaDeadLetterQueue;

/** {@code ./timeline dlq replay}. */
@picocli.CommandLine.Command(name = "replay", description = "Write dead letters into their sources again; deleted tweets are not brought back.")
public final class DlqReplayCommand implements Command {
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
        boolean poisonLeft = false;
        try (KafkaDeadLetterQueue queue = DeadLetters.of(stack)) {
            Undertaker undertaker = new Undertaker(queue, tweet -> DeadLetters.exists(stack, tweet));
            for (DeadLetter letter : all ? queue.open() : DeadLetters.find(queue, names)) {
                Verdict verdict = undertaker.replay(letter);
                terminal.say(letter.id() + ": " + verdict);
                poisonLeft |= verdict == Verdict.STILL_POISON;
            }
        }
        return poisonLeft ? FAILED : DONE;
    }
}
