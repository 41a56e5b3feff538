package timeline.tweetstore.spring;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.tweetstore.cassandra.CassandraSettings;

/**
 * {@code timeline.cassandra.*}: where the tweets are.
 *
 * @param contactPoints {@code host:port} of at least one node
 * @param replicas how many nodes keep each row, when the keyspace is created
 */
@ConfigurationProperties("timeline.cassandra")
public record CassandraProperties(@DefaultValue("127.0.0.1:19042") List<String> contactPoints,
        @DefaultValue("datacenter1") String datacenter, @DefaultValue("timeline") String keyspace,
        @DefaultValue("1") int replicas) {
    public CassandraSettings settings() {
        return new CassandraSettings(contactPoints, datacenter, keyspace, replicas);
    }
}
