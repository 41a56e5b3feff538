package timeline.cli;

import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.deadletter.DeadLetter;
import timeline.local.deadletter.Undertaker;
import timeline.local.deadletter.Verdict;
import timeline.local.deadletter.kafka.KafkaDeadLetterQueue;

/** {@code ./timeline dlq replay}. */
@picocli.CommandLine.Command(name = "replay", description = "Write dead letters into their sources again; deleted tweets are not brought back.")
public final class DlqReplayCommand extends LettersCommand {
    @Override
    public int run(Stack stack, Terminal terminal) {
        boolean poisonLeft = false;
        try (KafkaDeadLetterQueue queue = DeadLetters.of(stack)) {
            Undertaker undertaker = new Undertaker(queue, tweet -> DeadLetters.exists(stack, tweet));
            for (DeadLetter letter : meant(queue)) {
                Verdict verdict = undertaker.replay(letter);
                terminal.say(letter.id() + ": " + verdict);
                poisonLeft |= verdict == Verdict.STILL_POISON;
            }
        }
        return poisonLeft ? FAILED : DONE;
    }
}
