package timeline.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What {@code ./timeline --help} shows. */
@CommandLine.Command(name = "./timeline", versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND", description = "The home timeline on this machine: real stores, five services.%n", footer = "%n  ./timeline COMMAND --help tells the options of a command.")
final class RootCommand {
    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this, and do nothing else.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;
}
