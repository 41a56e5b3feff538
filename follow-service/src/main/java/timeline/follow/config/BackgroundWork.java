package timeline.follow.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import timeline.eventlog.TopicSetup;
import timeline.follow.GraphUnavailableException;
import timeline.follow.outbox.OutboxEntry;
import timeline.follow.postgres.GraphSchema;
import timeline.outbox.OutboxRelay;
import timeline.outbox.PromptPublisher;
import timeline.outbox.RelayPace;
import timeline.outbox.RelayRound;
import timeline.background.Background;
import timeline.outbox.spring.OutboxMetrics;
import timeline.outbox.spring.OutboxSettings;

/**
 * What goes on beside the requests: bringing tables and topic into being as soon as their stores are there (neither holds up the start
 * of the service), relaying what the outbox holds, and looking at how much that is. It ends after the last request: then what waits is
 * published.
 */
final class BackgroundWork {
    private static final Logger log = LoggerFactory.getLogger(BackgroundWork.class);
    /** A constant: a gauge that is scraped every few seconds need not be newer, and each look counts rows. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final GraphSchema schema;
    private final TopicSetup topic;
    private final OutboxRelay<OutboxEntry> relay;
    private final Duration relayPause;
    private final RelayPace pace;
    private final PromptPublisher<OutboxEntry> publisher;
    private final OutboxMetrics metrics;
    private final MeterRegistry meters;

    BackgroundWork(GraphSchema schema, TopicSetup topic, OutboxRelay<OutboxEntry> relay, OutboxSettings settings,
            PromptPublisher<OutboxEntry> publisher, OutboxMetrics metrics, MeterRegistry meters) {
        this.schema = schema;
        this.topic = topic;
        this.relay = relay;
        this.relayPause = settings.relayPause();
        this.pace = new RelayPace(settings.relayPause(), settings.longestRelayPause());
        this.publisher = publisher;
        this.metrics = metrics;
        this.meters = meters;
    }

    /** All of it, to be started. */
    Background background() {
        return new Background(Set.of(GraphUnavailableException.class), meters)
                .repeat("migrate", Duration.ZERO, this::migrate)
                .repeat("topic", Duration.ZERO, this::createTopic).repeat("relay", relayPause, this::relay)
                .repeat("look", BETWEEN_LOOKS, this::look).ending(publisher::close);
    }

    private Optional<Duration> migrate() {
        if (!schema.tryToMigrate()) {
            return Optional.of(Background.BETWEEN_TRIES);
        }
        log.info("The tables of the social graph are up to date");
        return Optional.empty();
    }

    private Optional<Duration> createTopic() {
        return topic.tryToCreate() ? Optional.empty() : Optional.of(Background.BETWEEN_TRIES);
    }

    private Optional<Duration> relay() {
        RelayRound round = relay.relay();
        metrics.relayed(round.settled());
        return Optional.of(pace.after(round));
    }

    private Optional<Duration> look() {
        metrics.look();
        return Optional.of(BETWEEN_LOOKS);
    }
}
