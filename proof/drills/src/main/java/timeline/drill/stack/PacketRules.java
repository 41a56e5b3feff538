package timeline.drill.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import timeline.drill.stack.Target.State;

/**
 * What becomes of the packets in a container's own network, as rules of iptables. The machine's root lays them down: nothing within the
 * container has a right to. The loopback is no link, so that its own probes go on. They go with the network when the container ends.
 */
final class PacketRules {
    /** With how many packets each rule has met. */
    static final List<String> LISTING = List.of("iptables", "-w", "-v", "-S");

    private static final List<String> PROGRAMS = List.of("nsenter", "iptables");
    private static final Pattern RULE = Pattern
            .compile("^-A (INPUT|OUTPUT) .*-c ([0-9]+) [0-9]+ -j DROP$", Pattern.MULTILINE);
    private static final String BY_CHANCE = "--mode random";
    private static final String ONE_IN_TEN = "0.1";

    private PacketRules() {
    }

    /** Why this process can't lay down any; empty when it can. */
    static Optional<String> whyNot() {
        return isRoot() && PROGRAMS.stream().allMatch(PacketRules::isInstalled)
                ? Optional.empty()
                : Optional.of("that takes root on a Linux machine with nsenter and iptables");
    }

    /** Behind {@code nsenter --net=...}, one after the other: whatever the rules were before, they are for this link then. */
    static List<List<String>> making(Link link) {
        return Stream.concat(
                Stream.of("INPUT", "OUTPUT").map(chain -> List.of("iptables", "-w", "-F", chain)),
                switch (link) {
                    case WHOLE -> Stream.<List<String>>of();
                    case LOSSY -> dropping("-m", "statistic", "--mode", "random", "--probability", ONE_IN_TEN);
                    case CUT -> dropping();
                }).toList();
    }

    private static Stream<List<String>> dropping(String... which) {
        return Stream.of(List.of("INPUT", "-i"), List.of("OUTPUT", "-o"))
                .map(way -> Stream.of(List.of("iptables", "-w", "-A", way.getFirst(), "!", way.getLast(), "lo"),
                        Arrays.asList(which), List.of("-j", "DROP")).flatMap(List::stream).toList());
    }

    /**
     * What the rules say of a component that runs: by what they have dropped, not by what they would. Rules that nothing has met yet
     * prove nothing; nor does a link that is broken in one direction.
     *
     * @param listing what {@link #LISTING} printed
     */
    static State state(String listing) {
        List<MatchResult> rules = RULE.matcher(listing).results().toList();
        if (rules.isEmpty()) {
            return State.RUNNING;
        }
        Set<String> chains = rules.stream().map(rule -> rule.group(1)).collect(Collectors.toSet());
        if (chains.size() < 2 || rules.stream().allMatch(rule -> Long.parseLong(rule.group(2)) == 0)) {
            return State.SILENT;
        }
        return rules.stream().anyMatch(rule -> rule.group().contains(BY_CHANCE)) ? State.LOSING : State.CUT_OFF;
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return false;
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
