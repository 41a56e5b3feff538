package timeline.tweet.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import timeline.id.UserId;
import timeline.testkit.ManualClock;

class InMemoryKeyRecordsTest implements KeyRecordsContract {
    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final InMemoryKeyRecords records = new InMemoryKeyRecords(clock);

    @Override
    public KeyRecords records() {
        return records;
    }

    @Test
    void forgetsAKeyAfter24Hours() {
        UserId author = new UserId(1);
        records.putIfAbsent(author, KEY, FIRST);
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(records.putIfAbsent(author, KEY, SECOND)).contains(FIRST);
        clock.advance(Duration.ofMillis(1));

        assertThat(records.putIfAbsent(author, KEY, SECOND)).isEmpty();
    }
}
