package timeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import timeline.local.Command;
import timeline.local.StackException;
import timeline.local.Terminal;

/** Says in one sentence why a command was not carried out. */
record Complaints(Terminal terminal) {
    private static final int INTERRUPTED = 130;

    /** The line is wrong; an empty one deserves all of the usage. */
    int usage(ParameterException wrong, boolean empty) {
        CommandLine command = wrong.getCommandLine();
        String message = String.valueOf(wrong.getMessage()).strip().replaceAll("\\s+", " ");
        terminal.note("timeline: " + message + " (" + command.getCommandSpec().qualifiedName() + " --help tells more)");
        if (empty) {
            terminal.note(command.getUsageMessage());
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** The line was right, but it could not be done. */
    int failure(Exception failure) {
        Throwable cause = failure instanceof CommandLine.ExecutionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        switch (cause) {
            case StackException known -> terminal.note("timeline: " + known.getMessage());
            case InterruptedException interrupted -> {
                Thread.currentThread().interrupt();
                return INTERRUPTED;
            }
            default -> terminal.note("timeline: this should not have happened: " + cause + trace(cause));
        }
        return Command.FAILED;
    }

    /** Nobody foresaw this one: whoever looks for the cause needs the trace, but nobody wants to read it in the terminal. */
    private static String trace(Throwable cause) {
        try {
            Path file = Files.createTempFile("timeline-", ".trace");
            try (PrintWriter trace = new PrintWriter(Files.newBufferedWriter(file))) {
                cause.printStackTrace(trace);
            }
            return " (where: " + file + ")";
        } catch (IOException noRoom) {
            return "";
        }
    }
}
