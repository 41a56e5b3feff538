package timeline.gateway.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.gateway.RateLimit;
import timeline.settings.SettingRules;

/**
 * {@code timeline.rate-limit.*}: token buckets, generous to those who are known unless told otherwise.
 *
 * @param userBurst requests that one user may make at once
 * @param userWindow the time in which a user's empty bucket fills
 * @param addressBurst requests that may come at once from one network address, whoever is behind it and with whatever token
 * @param addressWindow the time in which an address's empty bucket fills
 * @param anonymousBurst calls without a token, to sign up or in, that may come at once from one network address
 * @param anonymousWindow the time in which that bucket fills
 */
@ConfigurationProperties("timeline.rate-limit")
record RateLimitSettings(@DefaultValue("1000") long userBurst, @DefaultValue("2s") Duration userWindow,
        @DefaultValue("40000") long addressBurst, @DefaultValue("2s") Duration addressWindow,
        @DefaultValue("100") long anonymousBurst, @DefaultValue("10s") Duration anonymousWindow) {
    private static final long MOST = 1_000_000_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    RateLimitSettings {
        SettingRules.under("timeline.rate-limit").between("user-burst", userBurst, 1, MOST)
                .between("user-window", userWindow, SHORTEST, LONGEST).between("address-burst", addressBurst, 1, MOST)
                .between("address-window", addressWindow, SHORTEST, LONGEST)
                .between("anonymous-burst", anonymousBurst, 1, MOST)
                .between("anonymous-window", anonymousWindow, SHORTEST, LONGEST);
    }

    RateLimit user() {
        return new RateLimit("user", userBurst, userWindow);
    }

    RateLimit anonymous() {
        return new RateLimit("anonymous", anonymousBurst, anonymousWindow);
    }

    RateLimit address() {
        return new RateLimit("address", addressBurst, addressWindow);
    }
}
