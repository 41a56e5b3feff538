package timeline.stores.cassandra;

import java.nio.file.Path;
import java.util.Locale;

/** The node's settings. */
final class CassandraYaml {
    private CassandraYaml() {
    }

    static String of(int port, int storagePort, Path data) {
        return String.format(Locale.ROOT, """
                cluster_name: timeline
                num_tokens: 1
                auto_bootstrap: false
                endpoint_snitch: SimpleSnitch
                partitioner: org.apache.cassandra.dht.Murmur3Partitioner
                seed_provider:
                  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
                    parameters:
                      - seeds: "127.0.0.1:%2$d"
                listen_address: 127.0.0.1
                storage_port: %2$d
                rpc_address: 127.0.0.1
                start_native_transport: true
                native_transport_port: %1$d

                data_file_directories: ["%3$s/data"]
                commitlog_directory: "%3$s/commitlog"
                hints_directory: "%3$s/hints"
                saved_caches_directory: "%3$s/saved_caches"
                cdc_raw_directory: "%3$s/cdc_raw"

                # A write is acknowledged when it is on disk: with "periodic" a killed node lost 199 of 48,446
                # acknowledged writes, with "batch" none (G1).
                commitlog_sync: batch
                commitlog_segment_size: 8MiB
                # A node that can't write must be seen dead.
                disk_failure_policy: die
                commit_failure_policy: die

                # A small machine, and nobody to hint to.
                hinted_handoff_enabled: false
                memtable_heap_space: 48MiB
                memtable_offheap_space: 32MiB
                key_cache_size: 4MiB
                row_cache_size: 0MiB
                counter_cache_size: 0MiB
                file_cache_size: 32MiB
                networking_cache_size: 16MiB
                native_transport_max_frame_size: 16MiB
                concurrent_reads: 16
                concurrent_writes: 16
                concurrent_counter_writes: 2
                concurrent_compactors: 1

                # Who asks has given up after 2 s (G12).
                read_request_timeout: 2000ms
                range_request_timeout: 4000ms
                write_request_timeout: 2000ms
                cas_contention_timeout: 1000ms
                """, port, storagePort, quoted(data));
    }

    /** As it stands between double quotes in YAML. */
    private static String quoted(Path path) {
        return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
