package timeline.gateway.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.gateway.RateLimit;

/**
 * {@code timeline.rate-limit.*}: token buckets, generous unless told otherwise.
 *
 * @param user what one user may ask for
 * @param address what one network address may ask for, whoever is behind it and with whatever token
 */
@ConfigurationProperties("timeline.rate-limit")
record RateLimitSettings(@DefaultValue Bucket user, @DefaultValue Bucket address) {
    RateLimit userLimit() {
        return new RateLimit("user", user.burst(1_000), user.perSecond(500));
    }

    RateLimit addressLimit() {
        return new RateLimit("address", address.burst(40_000), address.perSecond(20_000));
    }

    /**
     * One bucket; zero: the default.
     *
     * @param burst requests at once
     * @param perSecond requests a second in the long run
     */
    record Bucket(@DefaultValue("0") long burst, @DefaultValue("0") long perSecond) {
        private long burst(long otherwise) {
            return burst == 0 ? otherwise : burst;
        }

        private long perSecond(long otherwise) {
            return perSecond == 0 ? otherwise : perSecond;
        }
    }
}
