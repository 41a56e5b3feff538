package timeline.load.bench;

import timeline.load.overload.OverloadBench;
import timeline.load.overload.SteadyBench;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/** {@code ./timeline bench}: the benchmarks, each a subcommand. */
@picocli.CommandLine.Command(name = "bench", description = "Benchmarks on the running stack.", subcommands = {
        FanoutBench.class, ReadBench.class, RebuildBench.class, SteadyBench.class, OverloadBench.class})
public final class BenchCommand implements Command {
    @Override
    public int run(Stack stack, Terminal terminal) {
        terminal.note(
                "which one? ./timeline bench fanout, read, rebuild, steady, or overload: ./timeline bench --help");
        return FAILED;
    }
}
