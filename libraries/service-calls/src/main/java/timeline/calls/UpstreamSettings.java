package timeline.calls;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;
import timeline.traffic.InstanceRules;

/**
 * {@code timeline.upstream.*}: calls to other services. How long one may take is the request's deadline's to say.
 *
 * @param connectTimeout until a connection stands
 * @param firstTry which share of the time left an instance gets while another could still be asked
 * @param silentAfter for how long not a word comes from an instance before its calls go to others
 * @param silentWaiting how many calls must wait for it meanwhile
 * @param probeEvery between two probes of an instance that does not serve
 * @param ramp in which an instance that came back gets its full share
 * @param retryShare how many calls may be repeated for each that succeeded
 * @param retryMost how many repetitions can be saved
 */
@ConfigurationProperties("timeline.upstream")
public record UpstreamSettings(@DefaultValue("150ms") Duration connectTimeout, @DefaultValue("0.5") double firstTry,
        @DefaultValue("800ms") Duration silentAfter, @DefaultValue("3") int silentWaiting,
        @DefaultValue("250ms") Duration probeEvery, @DefaultValue("10s") Duration ramp,
        @DefaultValue("0.1") double retryShare, @DefaultValue("100") int retryMost) {
    private static final Duration MOST = Duration.ofMinutes(1);

    public UpstreamSettings {
        SettingRules.under("timeline.upstream").upTo("connect-timeout", connectTimeout, MOST)
                .that(firstTry > 0 && firstTry <= 1, "first-try", firstTry, "above 0, at most 1")
                .upTo("silent-after", silentAfter, MOST).between("silent-waiting", silentWaiting, 1, 1_000)
                .upTo("probe-every", probeEvery, MOST).between("ramp", ramp, Duration.ZERO, MOST)
                .that(retryShare >= 0 && retryShare <= 1, "retry-share", retryShare, "0 to 1")
                .between("retry-most", retryMost, 0, 100_000);
    }

    InstanceRules rules() {
        return new InstanceRules(silentAfter, silentWaiting, probeEvery, ramp);
    }
}
