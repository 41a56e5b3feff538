package timeline.edge.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

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
        if (bodyLimit.toBytes() <= 0 || !budget.isPositive() || !headWithin.isPositive() || mostInFlight < 1
                || drain.isNegative()) {
            throw new IllegalArgumentException("timeline.http.* must be above zero");
        }
    }
}
