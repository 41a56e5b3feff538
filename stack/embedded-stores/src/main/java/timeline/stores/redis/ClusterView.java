package timeline.stores.redis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What one node believes about the cluster: the answer to CLUSTER NODES. */
public record ClusterView(List<Member> members) {
    static final int SLOTS = 16_384;

    /**
     * One line of the answer.
     *
     * @param port where it is believed to listen; 0 when nothing is known
     * @param primary the id of the node that it replicates, {@code -} for a primary
     */
    public record Member(String id, int port, Set<String> flags, String primary, BitSet slots) {
        boolean isMyself() {
            return flags.contains("myself");
        }

        boolean isPrimary() {
            return flags.contains("master");
        }

        /** Dead, or its address is now another node's: then Redis itself would wait for it for ever. */
        boolean isGone() {
            return flags.contains("fail") || flags.contains("noaddr");
        }

        /** Half introduced: its id is still made up. */
        boolean isInHandshake() {
            return flags.contains("handshake");
        }
    }

    /** @param answer of CLUSTER NODES */
    public static ClusterView parse(String answer) {
        return new ClusterView(answer.lines().filter(line -> !line.isBlank()).map(ClusterView::member).toList());
    }

    private static Member member(String line) {
        String[] words = line.split(" ");
        BitSet slots = new BitSet(SLOTS);
        for (String range : Arrays.asList(words).subList(Math.min(8, words.length), words.length)) {
            // In brackets: a slot on its way to another node, which is still claimed by its plain range.
            if (!range.startsWith("[")) {
                int dash = range.indexOf('-');
                int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
                slots.set(first, Integer.parseInt(range.substring(dash + 1)) + 1);
            }
        }
        return new Member(words[0], port(words[1]), Set.of(words[2].split(",")), words[3], slots);
    }

    /** Of {@code ip:port@busport}, with a host name behind a comma if there is one. */
    private static int port(String address) {
        int colon = address.lastIndexOf(':', address.indexOf('@'));
        return Integer.parseInt(address.substring(colon + 1, address.indexOf('@')));
    }

    /** Whether the node is known where it really listens: a cluster may be started again on other ports. */
    boolean finds(String id, int port) {
        return members.stream().anyMatch(member -> member.id().equals(id) && member.port() == port);
    }

    /** The node that answered. */
    public Member myself() {
        return members.stream().filter(Member::isMyself).findFirst().orElseThrow();
    }

    /** Whether the node that this one replicates is gone, so that somebody must take over. */
    boolean isOrphan() {
        String primary = myself().primary();
        return members.stream().anyMatch(member -> member.id().equals(primary) && member.isGone());
    }

    Set<String> ids() {
        return members.stream().filter(member -> !member.isInHandshake()).map(Member::id).collect(Collectors.toSet());
    }

    /** The slots that somebody holds, alive or not, as far as this node knows. */
    BitSet claimed() {
        BitSet claimed = new BitSet(SLOTS);
        members.forEach(member -> claimed.or(member.slots()));
        return claimed;
    }
}
