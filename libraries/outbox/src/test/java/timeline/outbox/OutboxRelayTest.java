package timeline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
    private final OwedNumbers outbox = new OwedNumbers();
    private final RecordedLog log = new RecordedLog();
    private final OutboxRelay<Long> relay = new OutboxRelay<>(outbox::pending, new Delivery<>(log::publish, outbox),
            500);

    @Test
    void hasNothingToDoWhenNothingIsPending() {
        assertThat(relay.relay()).isEqualTo(new RelayRound(0, 0, false));
        assertThat(log.stored()).isEmpty();
    }

    @Test
    void keepsAnEntryUntilTheBrokerHasStoredItsEvent() {
        outbox.owe(1);
        log.refuse(event -> true);

        assertThat(relay.relay()).isEqualTo(new RelayRound(1, 0, false));
        assertThat(outbox.count()).isEqualTo(1);
        log.refuse(event -> false);
        assertThat(relay.relay()).isEqualTo(new RelayRound(1, 1, false));
        assertThat(outbox.count()).isZero();
    }

    @Test
    void publishesOnceMoreWhatCouldNotBeSettled() {
        outbox.owe(1);
        outbox.setAway(true);

        assertThat(relay.relay()).isEqualTo(new RelayRound(1, 0, false));
        assertThat(outbox.unsettled()).isEqualTo(1);
        outbox.setAway(false);
        assertThat(relay.relay()).isEqualTo(new RelayRound(1, 1, false));
        assertThat(log.stored()).containsExactly(1L, 1L);
    }

    @Test
    void stopsAtTheFirstRefusalInsteadOfWaitingForEveryOne() {
        outbox.owe(10);
        log.refuse(event -> event == 4);

        assertThat(relay.relay()).isEqualTo(new RelayRound(10, 3, false));
        assertThat(log.stored()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void worksOffABacklogRoundByRoundInOrder() {
        outbox.owe(1_200);

        assertThat(List.of(relay.relay(), relay.relay(), relay.relay(), relay.relay())).containsExactly(
                new RelayRound(500, 500, true), new RelayRound(500, 500, true), new RelayRound(200, 200, false),
                new RelayRound(0, 0, false));
        assertThat(log.stored()).isEqualTo(LongStream.rangeClosed(1, 1_200).boxed().toList());
    }
}
