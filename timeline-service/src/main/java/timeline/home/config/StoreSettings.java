package timeline.home.config;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code timeline.*}: where the stores are.
 *
 * @param redis nodes of the cluster, {@code host:port} each
 * @param cassandra nodes to begin with, {@code host:port} each
 */
@ConfigurationProperties("timeline")
record StoreSettings(Redis redis, Cassandra cassandra) {
    record Redis(List<String> nodes) {}

    record Cassandra(List<String> contactPoints, @DefaultValue("datacenter1") String datacenter,
            @DefaultValue("timeline") String keyspace, @DefaultValue("1") int replicas) {}
}
