package timeline.hometimeline.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.resource.ClientResources;
import java.util.concurrent.CompletionStage;

/** The cluster client, which keeps in mind when it has last heard of the cluster, whoever had it ask. */
final class WatchedClusterClient extends RedisClusterClient {
    private final ViewAge age;

    WatchedClusterClient(ClientResources resources, Iterable<RedisURI> seeds, ViewAge age) {
        super(resources, seeds);
        this.age = age;
    }

    @Override
    public CompletionStage<Void> refreshPartitionsAsync() {
        long began = age.begin();
        return super.refreshPartitionsAsync().thenAccept(refreshed -> age.seen(began));
    }
}
