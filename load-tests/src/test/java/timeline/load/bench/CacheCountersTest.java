package timeline.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.load.bench.CacheCounters.Calls;

class CacheCountersTest {
    private static String info(String role, int zadds, int micros) {
        return "# Stats\r\nevicted_keys:2\r\n# Replication\r\nrole:" + role
                + "\r\n# Persistence\r\naof_rewrites:1\r\n# Commandstats\r\n"
                + "cmdstat_zadd:calls=" + zadds + ",usec=" + micros
                + ",usec_per_call=3.00,rejected_calls=1,failed_calls=0\r\n"
                + "cmdstat_client|setname:calls=1,usec=5,usec_per_call=5.00,rejected_calls=0,failed_calls=0\r\n";
    }

    @Test
    void sumsUpTheNodesOfARole() {
        List<String> infos = List.of(info("master", 100, 300), info("slave", 100, 900), info("master", 50, 300));

        assertThat(CacheCounters.ofPrimaries(infos))
                .hasToString("zadd 150 x 4.0 us, client|setname 2 x 5.0 us; evicted 4, rejected 2, rewrites 2");
        assertThat(CacheCounters.ofReplicas(infos).commands()).containsEntry("zadd", new Calls(100, 900, 1));
    }

    @Test
    void tellsWhatWasDoneSinceAndLeavesOutWhatWasNot() {
        CacheCounters before = CacheCounters.ofPrimaries(List.of(info("master", 100, 300)));
        CacheCounters after = CacheCounters
                .ofPrimaries(List.of(info("master", 180, 700).replace("client|setname", "zcard")));

        CacheCounters since = after.since(before);

        assertThat(since).hasToString("zadd 80 x 5.0 us, zcard 1 x 5.0 us; evicted 0, rejected 0, rewrites 0");
    }

    @Test
    void aFigureThatNobodyCountsDoesNotReadAsNone() {
        assertThatThrownBy(() -> CacheCounters.ofPrimaries(List.of("role:master\r\nevicted_keys:0\r\n")))
                .hasMessageContaining("aof_rewrites");
    }
}
