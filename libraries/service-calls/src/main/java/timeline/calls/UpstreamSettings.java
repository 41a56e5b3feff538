package timeline.calls;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;

/**
 * {@code timeline.upstream.*}: calls to other services. The request's deadline shortens every time-out.
 *
 * @param connectTimeout until a connection stands
 * @param responseTimeout until the whole answer of an instance is there
 * @param failoverAfter the same while another instance could still be asked
 * @param judgedCalls an instance is judged by its last so many calls: when half of them got no answer, it is left alone
 * @param rest how long an instance is left alone before one call tries it again
 */
@ConfigurationProperties("timeline.upstream")
public record UpstreamSettings(@DefaultValue("300ms") Duration connectTimeout,
        @DefaultValue("1s") Duration responseTimeout, @DefaultValue("700ms") Duration failoverAfter,
        @DefaultValue("10") int judgedCalls, @DefaultValue("1s") Duration rest) {
    private static final Duration MOST = Duration.ofMinutes(1);

    public UpstreamSettings {
        SettingRules.under("timeline.upstream").upTo("connect-timeout", connectTimeout, MOST)
                .upTo("response-timeout", responseTimeout, MOST).upTo("failover-after", failoverAfter, MOST)
                .between("judged-calls", judgedCalls, 1, 1_000).upTo("rest", rest, MOST);
    }
}
