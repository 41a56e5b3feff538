package timeline.follow.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;

/**
 * {@code timeline.*}: the service's own settings.
 *
 * @param pushThreshold followers from which on an author is pulled, at the very first start; afterwards the stored value counts
 * @param tokenLife from issue to expiry of a token of the development issuer
 */
@ConfigurationProperties("timeline")
record FollowSettings(@DefaultValue("10000") long pushThreshold, @DefaultValue("15m") Duration tokenLife) {
    FollowSettings {
        SettingRules.under("timeline").between("push-threshold", pushThreshold, 0, Long.MAX_VALUE)
                .between("token-life", tokenLife, Duration.ofSeconds(1), Duration.ofHours(24));
    }
}
