package timeline.chassis.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code timeline.http.*}: bounds of every request.
 *
 * @param bodyLimit the largest body that is taken
 * @param budget the time that a request may take in this service when its caller does not say less (G12)
 */
@ConfigurationProperties("timeline.http")
record HttpSettings(@DefaultValue("16KB") DataSize bodyLimit, @DefaultValue("1800ms") Duration budget) {
    HttpSettings {
        if (bodyLimit.toBytes() <= 0 || !budget.isPositive()) {
            throw new IllegalArgumentException("timeline.http needs a body limit and a budget above zero");
        }
    }
}
