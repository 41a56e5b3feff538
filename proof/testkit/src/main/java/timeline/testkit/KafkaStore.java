package timeline.testkit;

import java.util.concurrent.atomic.AtomicInteger;

/** A Kafka broker. Tests keep apart by their topics' and groups' names. */
public final class KafkaStore {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final StoreNode node;

    KafkaStore(StoreNode node) {
        this.node = node;
    }

    /** The broker itself, to break it. */
    public StoreNode node() {
        return node;
    }

    /** The value of {@code spring.kafka.bootstrap-servers}. */
    public String bootstrapServers() {
        return node.address();
    }

    /** A name for a topic or a consumer group that nobody else in this JVM uses: {@code tweets-1}. */
    public String freshName(String stem) {
        return stem + "-" + NAMES.incrementAndGet();
    }
}
