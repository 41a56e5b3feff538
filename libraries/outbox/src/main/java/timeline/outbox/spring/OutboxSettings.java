package timeline.outbox.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;

/**
 * {@code timeline.outbox.*}: how soon, and how fast, the relay publishes what was not published promptly.
 *
 * @param leftOverAfter an entry that is older is the relay's, and the prompt publisher's no more; shorter means events that are published
 *     twice whenever the broker hesitates, longer means that the events of a process that died are late
 * @param relayPause between two rounds of the relay that find everything in order
 * @param longestRelayPause between two rounds while the broker takes nothing
 * @param relayEntries how many entries the relay takes on in one round
 */
@ConfigurationProperties("timeline.outbox")
public record OutboxSettings(@DefaultValue("2s") Duration leftOverAfter, @DefaultValue("1s") Duration relayPause,
        @DefaultValue("5s") Duration longestRelayPause, @DefaultValue("500") int relayEntries) {
    /** What waits for longer is of no use to a fan-out that promises seconds. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    public OutboxSettings {
        SettingRules.under("timeline.outbox")
                .between("left-over-after", leftOverAfter, Duration.ofMillis(100), LONGEST)
                .between("relay-pause", relayPause, Duration.ofMillis(100), LONGEST)
                .between("longest-relay-pause", longestRelayPause, relayPause, LONGEST)
                .between("relay-entries", relayEntries, 1, 5_000);
    }
}
