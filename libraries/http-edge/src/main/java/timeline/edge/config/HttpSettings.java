package timeline.edge.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import timeline.settings.SettingRules;

/**
 * {@code timeline.http.*}: bounds of every request.
 *
 * @param bodyLimit the largest body that is taken
 * @param budget the time that a request may take in this service when its caller does not say less (G12)
 * @param headWithin the time from the first byte of a request to the end of its headers
 * @param mostInFlight requests that are served at once; more are refused with a 503
 * @param drain how long the service goes on serving after it was told to stop
 */
@ConfigurationProperties("timeline.http")
record HttpSettings(@DefaultValue("16KB") DataSize bodyLimit, @DefaultValue("1800ms") Duration budget,
        @DefaultValue("8s") Duration headWithin, @DefaultValue("2000") int mostInFlight,
        @DefaultValue("300ms") Duration drain) {
    HttpSettings {
        SettingRules.under("timeline.http")
                .that(bodyLimit.toBytes() >= 1 && bodyLimit.toMegabytes() < 16, "body-limit", bodyLimit, "1B to 16MB")
                .upTo("budget", budget, Duration.ofMinutes(1)).upTo("head-within", headWithin, Duration.ofMinutes(1))
                .between("most-in-flight", mostInFlight, 1, 100_000)
                .between("drain", drain, Duration.ZERO, Duration.ofMinutes(1));
    }
}
