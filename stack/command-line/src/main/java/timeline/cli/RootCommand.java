package timeline.cli;

import picocli.CommandLine;

/** What {@code ./timeline --help} shows. */
@CommandLine.Command(name = "./timeline", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND", description = "The home timeline on this machine: real stores, five services.%n", footer = "%n./timeline COMMAND --help tells the options of a command.")
final class RootCommand {}
