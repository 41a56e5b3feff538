package timeline.stores.redis;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Connections to all nodes of a cluster in the making, and the CLUSTER commands that change it. */
final class Nodes implements AutoCloseable {
    private final List<Integer> ports;
    private final List<RedisConnection> connections = new ArrayList<>();

    private Nodes(List<Integer> ports) {
        this.ports = ports;
    }

    static Nodes connect(List<Integer> ports, Duration patience, RedisLogin operator) throws IOException {
        Nodes nodes = new Nodes(ports);
        try {
            for (int port : ports) {
                nodes.connections.add(RedisConnection.open(port, patience, operator));
            }
            return nodes;
        } catch (IOException unreachable) {
            nodes.close();
            throw unreachable;
        }
    }

    List<ClusterView> views() throws IOException {
        List<ClusterView> views = new ArrayList<>();
        for (RedisConnection connection : connections) {
            views.add(ClusterView.parse(connection.call("CLUSTER", "NODES")));
        }
        return views;
    }

    /** Gives slots to a node; a new one also gets an epoch of its own, so that no two begin with a conflict to resolve. */
    void assign(int node, BitSet slots) throws IOException {
        tolerantly(node, "SET-CONFIG-EPOCH", Integer.toString(node + 1));
        for (int from = slots.nextSetBit(0); from >= 0;) {
            int end = slots.nextClearBit(from);
            tolerantly(node, "ADDSLOTSRANGE", Integer.toString(from), Integer.toString(end - 1));
            from = slots.nextSetBit(end);
        }
    }

    void meet(int node, int other) throws IOException {
        tolerantly(node, "MEET", "127.0.0.1", Integer.toString(ports.get(other)));
    }

    void replicate(int node, String primary) throws IOException {
        tolerantly(node, "REPLICATE", primary);
    }

    /** The replica takes over with the votes of the other primaries, but without its own primary's consent. */
    void failOver(int node) throws IOException {
        tolerantly(node, "FAILOVER", "FORCE");
    }

    void forget(int node, String id) throws IOException {
        tolerantly(node, "FORGET", id);
    }

    /** Why the cluster can't be relied on yet; empty when it can. */
    String unsettled() throws IOException {
        for (int i = 0; i < connections.size(); i++) {
            String node = "the node on port " + ports.get(i);
            if (!connections.get(i).call("CLUSTER", "INFO").contains("cluster_state:ok")) {
                return node + " takes the cluster for broken";
            }
            if (connections.get(i).call("INFO", "replication").contains("master_link_status:down")) {
                return node + " has not got its primary's data yet";
            }
            // Killed now, it would come back with what it had before.
            if (connections.get(i).call("INFO", "persistence").contains("aof_rewrite_in_progress:1")) {
                return node + " has not got its primary's data on disk yet";
            }
        }
        return "";
    }

    /** What a node refuses now (it does not know the other yet, it has done so already) is seen and tried at the next look. */
    private void tolerantly(int node, String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = "CLUSTER";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            connections.get(node).call(command);
        } catch (RedisErrorException refused) {
            // The next look decides.
        }
    }

    @Override
    public void close() throws IOException {
        for (RedisConnection connection : connections) {
            connection.close();
        }
    }
}
