package timeline.local;

/**
 * A subcommand of {@code ./timeline}. An implementation carries picocli's {@code @Command(name = …, description = …)}, its
 * options and parameters, has a public constructor without parameters, and is named in {@code
 * META-INF/services/timeline.local.Command}. Nested subcommands ({@code bench read}) implement this interface as well; only
 * the innermost one is run.
 */
public interface Command {
    /** The exit code of a command that did not do what it says, or whose verdict is negative. */
    int FAILED = 1;

    /** The exit code of a command that did what it says. */
    int DONE = 0;

    /**
     * Looks, before any work is begun, whether what the options say together makes sense; that each is what it should be has been seen by
     * then ({@link Bounds}). Changes nothing.
     *
     * @throws UsageException when it does not: the message, one sentence, is printed, and the exit code is 2
     */
    default void check(Stack stack) {
        // Most options do not depend on each other.
    }

    /**
     * Does the work.
     *
     * @return the exit code; never {@link #DONE} when the command did not do what it says
     * @throws StackException when it could not be done: the message, one sentence, is printed, and the exit code is 1
     */
    int run(Stack stack, Terminal terminal) throws Exception;
}
