package timeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.Terminal;

/** The whole command line: the root and every {@link Command} that the class path offers. */
final class CommandLines {
    private static final int INTERRUPTED = 130;

    private CommandLines() {
    }

    /** Exit codes: what the command returns; 1 when it failed; 2 when the line itself is wrong. */
    static CommandLine of(Stack stack, Terminal terminal) {
        CommandLine root = new CommandLine(new RootCommand());
        ServiceLoader.load(Command.class).forEach(root::addSubcommand);
        root.getSubcommands().values().forEach(CommandLines::offerHelp);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExecutionStrategy(line -> run(line, stack, terminal));
        root.setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, terminal));
        return root;
    }

    private static void offerHelp(CommandLine command) {
        command.getCommandSpec().addOption(OptionSpec.builder("-h", "--help").usageHelp(true)
                .description("Show this, and do nothing else.").build());
        command.getSubcommands().values().forEach(CommandLines::offerHelp);
    }

    private static int run(ParseResult line, Stack stack, Terminal terminal) {
        Integer help = CommandLine.executeHelpRequest(line);
        if (help != null) {
            return help;
        }
        CommandSpec innermost = line.asCommandLineList().getLast().getCommandSpec();
        if (!(innermost.userObject() instanceof Command command)) {
            throw new CommandLine.ParameterException(innermost.commandLine(), "a command is missing");
        }
        try {
            return command.run(stack, terminal);
        } catch (Exception failure) {
            throw new CommandLine.ExecutionException(innermost.commandLine(), failure.toString(), failure);
        }
    }

    private static int explain(Exception failure, Terminal terminal) {
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
