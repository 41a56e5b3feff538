package timeline.stores.kafka;

import java.util.Locale;

/** The broker's settings, in the form of a properties file. */
public final class KafkaSettings {
    /** Everything but addresses and folders: the same wherever the broker runs. */
    public static final String COMMON = """
            process.roles=broker,controller
            node.id=1
            inter.broker.listener.name=PLAINTEXT
            controller.listener.names=CONTROLLER
            auto.create.topics.enable=false

            # One broker: nothing can be replicated.
            default.replication.factor=1
            offsets.topic.replication.factor=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1

            # The log is kept for 7 days; a consumer's place in it for longer, or a consumer that was away for 7 days and a
            # minute would silently begin elsewhere.
            log.retention.hours=168
            offsets.retention.minutes=20160
            # A dead consumer's partitions move on after seconds: services ask for less than the default minimum.
            group.min.session.timeout.ms=1000
            group.consumer.min.session.timeout.ms=3000
            group.consumer.session.timeout.ms=6000
            group.consumer.min.heartbeat.interval.ms=500
            group.initial.rebalance.delay.ms=0
            # A broker that was killed and comes back waits until its former self is given up (9 s by default).
            broker.session.timeout.ms=3000
            broker.heartbeat.interval.ms=500

            # A small machine.
            offsets.topic.num.partitions=4
            transaction.state.log.num.partitions=4
            share.coordinator.state.topic.num.partitions=4
            log.cleaner.dedupe.buffer.size=2097152
            num.network.threads=2
            num.io.threads=4
            background.threads=2
            """;

    private KafkaSettings() {
    }

    /**
     * For a broker that runs in the folder where its data folder is. The name alone is written, not the path: Kafka reads the file
     * as Latin-1, and a comma ends a folder's name.
     *
     * @param data the data folder's name, of ASCII letters
     */
    static String of(int port, int controllerPort, String data) {
        return COMMON + String.format(Locale.ROOT, """

                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                log.dirs=%3$s
                """, port, controllerPort, data);
    }
}
