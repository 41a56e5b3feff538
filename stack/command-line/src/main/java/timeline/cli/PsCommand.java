package timeline.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Status;
import timeline.local.Status.Vitals;
import timeline.local.Terminal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./timeline ps}. */
@picocli.CommandLine.Command(name = "ps", description = "Show the components: state, pid, port, memory, uptime.")
public final class PsCommand implements Command {
    private static final String ROW = "%-20s %-17s %-10s %8s %6s %8s %9s";

    @Option(names = "--json", description = "As an array of {name, kind, state, pid, port, rss_bytes, uptime_s}; null where there is no process.")
    private boolean json;

    @Override
    public int run(Stack stack, Terminal terminal) {
        List<Status> all = stack.status();
        if (json) {
            ArrayNode array = new JsonMapper().createArrayNode();
            all.forEach(status -> describe(status, array.addObject()));
            terminal.say(array.toPrettyString());
        } else if (all.isEmpty()) {
            terminal.note("the stack is down: ./timeline up");
        } else {
            terminal.say(String.format(Locale.ROOT, ROW, "NAME", "KIND", "STATE", "PID", "PORT", "MEMORY", "UPTIME"));
            all.forEach(status -> terminal.say(row(status)));
        }
        return DONE;
    }

    private static void describe(Status status, ObjectNode json) {
        json.put("name", status.component().name()).put("kind", status.component().kind())
                .put("state", status.state().toString());
        Vitals vitals = status.vitals();
        json.put("pid", vitals == null ? null : vitals.pid()).put("port", status.component().port())
                .put("rss_bytes", vitals == null ? null : vitals.residentBytes())
                .put("uptime_s", vitals == null ? null : vitals.uptime().toSeconds());
    }

    private static String row(Status status) {
        Vitals vitals = status.vitals();
        return String.format(Locale.ROOT, ROW, status.component().name(), status.component().kind(), status.state(),
                vitals == null ? "" : vitals.pid(), status.component().port(),
                vitals == null ? "" : vitals.residentBytes() / 1_000_000 + " MB",
                vitals == null ? "" : uptime(vitals.uptime()));
    }

    private static String uptime(Duration uptime) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", uptime.toHours(), uptime.toMinutesPart(),
                uptime.toSecondsPart());
    }
}
