package timeline.fanout.config;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import timeline.fanout.kafka.DeadLetterTopics;

/** Makes the dead letter topics as soon as Kafka and their sources are there; the service does not wait for it. */
@Component
final class DeadLetterSetup implements SmartLifecycle {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final DeadLetterTopics topics;
    private volatile @Nullable Thread thread;

    DeadLetterSetup(KafkaAdmin admin) {
        this.topics = new DeadLetterTopics(() -> Admin.create(admin.getConfigurationProperties()));
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("dead-letter-setup").start(() -> {
            try {
                while (!topics.tryToCreate()) {
                    Thread.sleep(BETWEEN_TRIES);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
