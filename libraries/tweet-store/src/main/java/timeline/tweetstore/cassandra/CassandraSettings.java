package timeline.tweetstore.cassandra;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where Cassandra is.
 *
 * @param contactPoints {@code host:port} of at least one node; names are looked up anew at each attempt to connect
 * @param datacenter the one whose nodes are asked
 * @param keyspace lower case letters, digits and underscores: it becomes part of a statement that can't be bound
 * @param replicas how many nodes keep each row, when the keyspace is created
 */
public record CassandraSettings(List<String> contactPoints, String datacenter, String keyspace, int replicas) {
    private static final Pattern KEYSPACE = Pattern.compile("[a-z][a-z0-9_]{0,47}");
    private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?([^\\[\\]\\s]+?)]?:([0-9]{1,5})");

    public CassandraSettings {
        contactPoints = List.copyOf(contactPoints);
        if (contactPoints.isEmpty()) {
            throw new IllegalArgumentException("at least one contact point (host:port) is needed");
        }
        contactPoints.forEach(CassandraSettings::address);
        if (datacenter.isBlank()) {
            throw new IllegalArgumentException("the datacenter must be named");
        }
        if (!KEYSPACE.matcher(keyspace).matches()) {
            throw new IllegalArgumentException("not a keyspace name ([a-z][a-z0-9_]{0,47}): " + keyspace);
        }
        if (replicas < 1) {
            throw new IllegalArgumentException("at least 1 replica is needed, not " + replicas);
        }
    }

    List<InetSocketAddress> addresses() {
        return contactPoints.stream().map(CassandraSettings::address).toList();
    }

    private static InetSocketAddress address(String contactPoint) {
        var parts = HOST_AND_PORT.matcher(contactPoint);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            throw new IllegalArgumentException("not a contact point (host:port): " + contactPoint);
        }
        return InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2)));
    }
}
