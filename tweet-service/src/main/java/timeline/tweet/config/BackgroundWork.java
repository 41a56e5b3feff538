package timeline.tweet.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import timeline.tweet.cassandra.WritePathSchema;
import timeline.tweet.id.WorkerIdLease;
import timeline.eventlog.TopicSetup;
import timeline.outbox.OutboxRelay;
import timeline.outbox.PromptPublisher;
import timeline.outbox.RelayPace;
import timeline.outbox.RelayRound;
import timeline.background.Background;
import timeline.outbox.spring.OutboxMetrics;
import timeline.outbox.spring.OutboxSettings;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * What goes on beside the requests: bringing tables, worker id and topic into being as soon as their stores are there (none holds up the
 * start of the service), keeping the worker id, relaying what the outbox holds, and looking at how much that is. It ends after the last
 * request: then what waits is published, and the worker id is free for the next process.
 */
final class BackgroundWork {
    private static final Logger log = LoggerFactory.getLogger(BackgroundWork.class);
    /** A constant: the hold of a worker id, on whose length no id is made twice, is renewed three times before it ends. */
    private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(3);
    /** A constant: a gauge that is scraped every few seconds need not be newer, and each look counts rows. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final WritePathSchema schema;
    private final WorkerIdLease lease;
    private final TopicSetup topic;
    private final OutboxRelay<OutboxEntry> relay;
    private final Duration relayPause;
    private final RelayPace pace;
    private final PromptPublisher<OutboxEntry> publisher;
    private final OutboxMetrics metrics;
    private final MeterRegistry meters;

    BackgroundWork(WritePathSchema schema, WorkerIdLease lease, TopicSetup topic, OutboxRelay<OutboxEntry> relay,
            OutboxSettings settings, PromptPublisher<OutboxEntry> publisher, OutboxMetrics metrics,
            MeterRegistry meters) {
        this.schema = schema;
        this.lease = lease;
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
        return new Background(Set.of(TweetsUnavailableException.class), meters)
                .repeat("worker-id", Duration.ZERO, this::keepWorkerId)
                .repeat("topic", Duration.ZERO, this::createTopic).repeat("relay", relayPause, this::relay)
                .repeat("look", BETWEEN_LOOKS, this::look).ending(publisher::close, this::releaseWorkerId);
    }

    private Optional<Duration> keepWorkerId() {
        if (!schema.isApplied()) {
            schema.apply();
            log.info("The tables are there");
        }
        lease.keep();
        return Optional.of(lease.isHeld() ? BETWEEN_RENEWALS : Background.BETWEEN_TRIES);
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

    private void releaseWorkerId() {
        try {
            lease.release();
        } catch (TweetsUnavailableException outage) {
            log.info("The worker id could not be released; its hold ends by itself");
        }
    }
}
