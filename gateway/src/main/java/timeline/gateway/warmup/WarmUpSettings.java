package timeline.gateway.warmup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;

/**
 * {@code timeline.warm-up.*}: what the gateway does before it takes requests. None of it can make a start fail.
 *
 * @param patience how long it waits for an instance of each service
 * @param within how long it warms what there is
 * @param calls how many calls it makes at most; zero: it takes requests at once, and waits for nobody
 */
@ConfigurationProperties("timeline.warm-up")
public record WarmUpSettings(@DefaultValue("30s") Duration patience, @DefaultValue("15s") Duration within,
        @DefaultValue("1000") int calls) {
    private static final Duration MOST = Duration.ofMinutes(5);

    public WarmUpSettings {
        SettingRules.under("timeline.warm-up").between("patience", patience, Duration.ZERO, MOST)
                .between("within", within, Duration.ZERO, MOST).between("calls", calls, 0, 1_000_000);
    }
}
