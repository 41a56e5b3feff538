package timeline.stores.redis;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import timeline.stores.StoreFailedException;
import timeline.stores.redis.ClusterView.Member;

/**
 * Makes a cluster of running nodes, by looking at what the nodes believe and doing what is still missing, until nothing is. So
 * it does not matter whether the cluster is new, half-formed when its creator was killed, whole already, or whole but for a
 * node that lost its folder: slots that a living node holds, and roles that failovers have changed, are left as they are.
 */
public final class RedisClusterFormation {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final List<Integer> ports;
    private final int primaries;
    private final RedisLogin operator;

    /**
     * @param ports loopback ports of all nodes
     * @param primaries how many of them, the first ones, share the slots of a new cluster; the others become their replicas
     * @param operator may use CLUSTER and INFO
     */
    public RedisClusterFormation(List<Integer> ports, int primaries, RedisLogin operator) {
        if (primaries < 3 || ports.size() < primaries) {
            throw new IllegalArgumentException(
                    ports.size() + " nodes, " + primaries + " primaries: at least 3 are needed");
        }
        this.ports = List.copyOf(ports);
        this.primaries = primaries;
        this.operator = operator;
    }

    /**
     * Returns when every node knows all others, all slots are served, and every replica has its primary's data.
     *
     * @throws StoreFailedException when that takes longer than {@code limit}
     */
    public void form(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            String obstacle;
            try (Nodes nodes = Nodes.connect(ports, PATIENCE, operator)) {
                obstacle = advance(nodes);
            } catch (IOException unreachable) {
                obstacle = "a node does not answer: " + unreachable.getMessage();
            }
            if (obstacle.isEmpty()) {
                return;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new StoreFailedException(
                        "the Redis Cluster is not whole after " + limit.toSeconds() + " s: " + obstacle);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException("while the Redis Cluster was formed");
            }
        }
    }

    /** Looks, does what can be done, and says what is still missing; empty when nothing is. */
    private String advance(Nodes nodes) throws IOException {
        List<ClusterView> views = nodes.views();
        List<Member> selves = views.stream().map(ClusterView::myself).toList();
        Set<String> ids = selves.stream().map(Member::id).collect(Collectors.toSet());
        if (assignUnclaimedSlots(nodes, views, selves)) {
            return "slots were without an owner";
        }
        if (introduce(nodes, views, selves)) {
            return "not every node knows every other";
        }
        if (forgetTheDead(nodes, views, selves, ids)) {
            return "nodes are known that are gone for good";
        }
        if (promoteOrphans(nodes, views, ids)) {
            return "a primary is gone and its replica has not taken over";
        }
        BitSet served = new BitSet(ClusterView.SLOTS);
        selves.stream().filter(Member::isPrimary).forEach(self -> served.or(self.slots()));
        if (served.cardinality() < ClusterView.SLOTS) {
            return "only " + served.cardinality() + " of " + ClusterView.SLOTS + " slots are served";
        }
        if (attachIdlePrimaries(nodes, selves)) {
            return "a node is neither primary nor replica";
        }
        return nodes.unsettled();
    }

    private boolean assignUnclaimedSlots(Nodes nodes, List<ClusterView> views, List<Member> selves) throws IOException {
        BitSet unclaimed = new BitSet(ClusterView.SLOTS);
        unclaimed.set(0, ClusterView.SLOTS);
        views.forEach(view -> unclaimed.andNot(view.claimed()));
        if (unclaimed.isEmpty()) {
            return false;
        }
        List<Integer> owners = Stream.iterate(0, i -> i + 1).limit(selves.size()).filter(i -> selves.get(i).isPrimary())
                .limit(primaries).toList();
        for (int i = 0; i < owners.size(); i++) {
            BitSet share = new BitSet(ClusterView.SLOTS);
            share.set(ClusterView.SLOTS * i / owners.size(), ClusterView.SLOTS * (i + 1) / owners.size());
            share.and(unclaimed);
            nodes.assign(owners.get(i), share);
        }
        return true;
    }

    private boolean introduce(Nodes nodes, List<ClusterView> views, List<Member> selves) throws IOException {
        boolean missing = false;
        for (int i = 0; i < views.size(); i++) {
            Set<String> known = views.get(i).ids();
            if (!views.getFirst().ids().contains(selves.get(i).id()) || !known.contains(selves.getFirst().id())) {
                nodes.meet(0, i);
            }
            missing |= !selves.stream().allMatch(self -> known.contains(self.id()));
        }
        return missing || reintroduce(nodes, views, selves);
    }

    /** To whoever looks for a node where it no longer listens; being introduced again, it corrects the address. */
    private boolean reintroduce(Nodes nodes, List<ClusterView> views, List<Member> selves) throws IOException {
        boolean misled = false;
        for (int i = 0; i < views.size(); i++) {
            for (int other = 0; other < selves.size(); other++) {
                if (i != other && !views.get(i).finds(selves.get(other).id(), ports.get(other))) {
                    nodes.meet(i, other);
                    misled = true;
                }
            }
        }
        return misled;
    }

    /** A stranger whose replica is one of ours is left until that replica has taken over: it has the data. */
    private static boolean forgetTheDead(Nodes nodes, List<ClusterView> views, List<Member> selves, Set<String> ids)
            throws IOException {
        Set<String> replicated = selves.stream().map(Member::primary).collect(Collectors.toSet());
        boolean found = false;
        for (int i = 0; i < views.size(); i++) {
            for (String id : views.get(i).ids()) {
                if (!ids.contains(id) && !replicated.contains(id)) {
                    nodes.forget(i, id);
                    found = true;
                }
            }
        }
        return found;
    }

    /** Redis promotes the replica of a dead primary, but not of one whose address is now that of a node without data. */
    private static boolean promoteOrphans(Nodes nodes, List<ClusterView> views, Set<String> ids) throws IOException {
        boolean found = false;
        for (int i = 0; i < views.size(); i++) {
            if (views.get(i).isOrphan() && !ids.contains(views.get(i).myself().primary())) {
                nodes.failOver(i);
                found = true;
            }
        }
        return found;
    }

    private static boolean attachIdlePrimaries(Nodes nodes, List<Member> selves) throws IOException {
        List<String> replicated = new ArrayList<>(selves.stream().map(Member::primary).toList());
        boolean found = false;
        for (int i = 0; i < selves.size(); i++) {
            Member self = selves.get(i);
            if (self.isPrimary() && self.slots().isEmpty()) {
                String neediest = selves.stream().filter(other -> other.isPrimary() && !other.slots().isEmpty())
                        .map(Member::id)
                        .min(Comparator.comparingLong(id -> replicated.stream().filter(id::equals).count()))
                        .orElseThrow();
                nodes.replicate(i, neediest);
                replicated.add(neediest);
                found = true;
            }
        }
        return found;
    }
}
