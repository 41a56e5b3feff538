package timeline.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import timeline.gateway.RateLimit;
import timeline.gateway.RateLimit.Decision;

class LocalBucketsTest {
    private final AtomicLong nanos = new AtomicLong(-1_000);
    private final LocalBuckets buckets = new LocalBuckets(new RateLimit("test", 4, Duration.ofSeconds(8)), nanos::get);

    @Test
    void letsABurstThroughAndNoMore() {
        for (int left = 3; left >= 0; left--) {
            assertThat(buckets.take("ada")).isEqualTo(new Decision.Allowed(left));
        }
        assertThat(buckets.take("ada")).isEqualTo(new Decision.Refused(Duration.ofSeconds(2)));
    }

    @Test
    void fillsEvenlyWithinTheWindow() {
        empty("ada");
        nanos.addAndGet(Duration.ofMillis(1_900).toNanos());
        assertThat(buckets.take("ada")).isEqualTo(new Decision.Refused(Duration.ofMillis(100)));
        nanos.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(buckets.take("ada")).isEqualTo(new Decision.Allowed(0));
        nanos.addAndGet(Duration.ofSeconds(100).toNanos());
        assertThat(buckets.take("ada")).as("never more than the burst").isEqualTo(new Decision.Allowed(3));
    }

    @Test
    void holdsNobodyToWhatAnotherDid() {
        empty("ada");
        assertThat(buckets.take("bob")).isEqualTo(new Decision.Allowed(3));
    }

    @Test
    void doesNotCountWhatItRefuses() {
        empty("ada");
        for (int i = 0; i < 100; i++) {
            assertThat(buckets.take("ada")).isInstanceOf(Decision.Refused.class);
        }
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(buckets.take("ada")).isEqualTo(new Decision.Allowed(0));
    }

    private void empty(String client) {
        for (int i = 0; i < 4; i++) {
            assertThat(buckets.take(client)).isInstanceOf(Decision.Allowed.class);
        }
    }
}
