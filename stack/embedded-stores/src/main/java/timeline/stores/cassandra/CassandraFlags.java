package timeline.stores.cassandra;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Cassandra's JVM needs beyond its size. */
final class CassandraFlags {
    /** The JDK's inner packages that Cassandra reaches into: its own list for JDK 17, and java.nio. */
    private static final List<String> EXPORTED = List.of("java.base/jdk.internal.misc",
            "java.management.rmi/com.sun.jmx.remote.internal.rmi", "java.rmi/sun.rmi.registry",
            "java.rmi/sun.rmi.server",
            "java.sql/java.sql", "java.base/java.lang.ref", "java.base/java.lang.reflect", "java.base/jdk.internal.ref",
            "java.base/sun.nio.ch", "jdk.unsupported/sun.misc");
    private static final List<String> OPENED = List.of("java.base/java.lang.module", "java.base/jdk.internal.loader",
            "java.base/jdk.internal.ref", "java.base/jdk.internal.reflect", "java.base/jdk.internal.math",
            "java.base/jdk.internal.module", "jdk.management/com.sun.management.internal", "java.base/sun.nio.ch",
            "java.base/java.io", "java.base/java.lang", "java.base/java.lang.reflect", "java.base/java.util",
            "java.base/java.util.concurrent", "java.base/java.util.concurrent.atomic", "java.base/java.nio",
            "java.base/java.net");
    private static final List<String> START = List.of("-Dcassandra-foreground=yes",
            // A node on its own waits for nobody.
            "-Dcassandra.skip_wait_for_gossip_to_settle=0", "-Dcassandra.ring_delay_ms=0",
            "-Dcassandra.load_ring_state=false", "-Dcassandra.superuser_setup_delay_ms=0",
            "-Dcassandra.shutdown_announce_in_ms=0",
            "-Dlogback.configurationFile=timeline-logback.xml", "-Djava.net.preferIPv4Stack=true",
            "-Djdk.attach.allowAttachSelf=true", "-Dio.netty.tryReflectionSetAccessible=true",
            "-XX:MaxDirectMemorySize=256m");

    private CassandraFlags() {
    }

    static List<String> of(Path yaml, Path data) {
        Stream<String> modules = Stream.concat(EXPORTED.stream().map(name -> "--add-exports=" + name + "=ALL-UNNAMED"),
                OPENED.stream().map(name -> "--add-opens=" + name + "=ALL-UNNAMED"));
        Stream<String> places = Stream.of("-Dcassandra.config=" + yaml.toUri(), "-Dcassandra.storagedir=" + data,
                "-Dcassandra.logdir=" + data.resolve("logs"));
        return Stream.of(modules, START.stream(), places).flatMap(flags -> flags).toList();
    }
}
