package timeline.cli;

import java.nio.file.Path;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import timeline.local.Command;
import timeline.local.Followers;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.UsageException;
import timeline.local.deadletter.LetterId;

/** The whole command line: the root and every {@link Command} that the class path offers. */
final class CommandLines {
    private CommandLines() {
    }

    /** Carries a command out, after everything on its line has been looked at. */
    @FunctionalInterface
    interface Work {
        int run(Command command) throws Exception;
    }

    /** Exit codes: what the command returns; 1 when it failed; 2 when the line itself is wrong. */
    static CommandLine of(Stack stack, Terminal terminal) {
        return of(stack, terminal, command -> command.run(stack, terminal));
    }

    static CommandLine of(Stack stack, Terminal terminal, Work work) {
        CommandLine root = new CommandLine(new RootCommand());
        ServiceLoader.load(Command.class).forEach(root::addSubcommand);
        root.getSubcommands().values().forEach(CommandLines::offerHelp);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.registerConverter(Followers.class, text -> Values.convert(text, Followers::parse));
        root.registerConverter(LetterId.class, text -> Values.convert(text, LetterId::parse));
        root.registerConverter(Path.class, text -> Values.convert(text, Path::of));
        Complaints complaints = new Complaints(terminal);
        root.setExecutionStrategy(line -> run(line, stack, work));
        root.setParameterExceptionHandler((wrong, arguments) -> complaints.usage(wrong, arguments.length == 0));
        root.setExecutionExceptionHandler((failure, line, parsed) -> complaints.failure(failure));
        return root;
    }

    private static void offerHelp(CommandLine command) {
        command.getCommandSpec().addOption(OptionSpec.builder("-h", "--help").usageHelp(true)
                .description("Show this, and do nothing else.").build());
        command.getSubcommands().values().forEach(CommandLines::offerHelp);
    }

    private static int run(ParseResult line, Stack stack, Work work) {
        Integer help = CommandLine.executeHelpRequest(line);
        if (help != null) {
            return help;
        }
        CommandSpec innermost = line.asCommandLineList().getLast().getCommandSpec();
        if (!(innermost.userObject() instanceof Command command)) {
            throw new ParameterException(innermost.commandLine(), "a command is missing");
        }
        try {
            innermost.args().forEach(Values::requireInBounds);
            command.check(stack);
        } catch (UsageException wrong) {
            throw new ParameterException(innermost.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        } catch (RuntimeException failure) {
            throw new CommandLine.ExecutionException(innermost.commandLine(), failure.toString(), failure);
        }
        try {
            return work.run(command);
        } catch (Exception failure) {
            throw new CommandLine.ExecutionException(innermost.commandLine(), failure.toString(), failure);
        }
    }
}
