package timeline.local.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import timeline.local.StackException;
import timeline.stores.Folders;
import timeline.stores.redis.RedisConnection;
import timeline.stores.redis.RedisLogin;
import timeline.stores.redis.RedisUsers;

/**
 * Remembers, beside the stores' data, in which format the cached timelines are. Those of another one are read by nobody and would only
 * fill the memory, so they are deleted: readers build theirs again from the database (ADR 0029).
 *
 * @param file gone together with the data
 */
record CacheFormat(Path file, RedisLogin operator) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Empties a whole cluster that holds another format. Safe at any time, also when it is cut short: a timeline that is not cached is
     * never missed, only slower to read.
     *
     * @param ports of all nodes
     * @return what there is to say about it; empty when nothing was deleted
     */
    String renew(List<Integer> ports) {
        try {
            if (Files.exists(file) && Files.readString(file).equals(RedisUsers.TIMELINES)) {
                return "";
            }
            long timelines = 0;
            for (int port : ports) {
                timelines += empty(port);
            }
            Folders.writePrivately(file, RedisUsers.TIMELINES);
            return timelines == 0
                    ? ""
                    : "the cache is emptied: its " + timelines
                            + " timelines are of another version's format, and are built again as they are read";
        } catch (IOException failed) {
            throw new StackException("the cache's format can't be changed: " + failed.getMessage(), failed);
        }
    }

    /** Through the primaries: what is deleted there is deleted at their replicas. */
    private long empty(int port) throws IOException {
        try (RedisConnection node = RedisConnection.open(port, PATIENCE, operator)) {
            if (!node.call("INFO", "replication").contains("role:master")) {
                return 0;
            }
            long keys = Long.parseLong(node.call("DBSIZE"));
            node.call("FLUSHALL");
            return keys;
        }
    }
}
