package timeline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import timeline.calls.FaultyTransport.Mood;
import timeline.deadline.Deadline;

class EachInstanceTest {
    private static final URI ONE = URI.create("http://one");
    private static final URI TWO = URI.create("http://two");

    private final AtomicLong nanos = new AtomicLong(42);
    private final FaultyTransport transport = new FaultyTransport(nanos);
    private int addresses = 1;
    private final EachInstance each = new EachInstance("other", List.of(ONE, TWO), transport, this::named);

    @Test
    void asksTheOneThatIsMeantAndNoOtherInItsPlace() {
        transport.set(ONE, Mood.REFUSES_CONNECTIONS);

        assertThatThrownBy(() -> ask(ONE)).isInstanceOf(UpstreamUnavailableException.class);
        assertThat(ask(TWO).status()).isEqualTo(200);
        assertThat(transport.asked()).containsExactly(ONE, TWO);
    }

    @Test
    void aRefusalIsNoAnswer() {
        transport.set(ONE, Mood.STARTING);

        assertThatThrownBy(() -> ask(ONE)).isInstanceOf(UpstreamUnavailableException.class);
    }

    @Test
    void doesNotWaitLongerThanItsCaller() {
        transport.set(ONE, Mood.HANGS);

        assertThatThrownBy(() -> ask(ONE)).isInstanceOf(UpstreamUnavailableException.class);
        assertThat(transport.timeouts()).containsExactly(Duration.ofMillis(400));
    }

    /** Whoever stands behind the second address would never be asked. */
    @Test
    void aNameThatStandsForSeveralInstancesIsNoInstance() {
        assertThat(each.addresses()).containsExactly(ONE, TWO);
        addresses = 2;

        assertThatThrownBy(each::addresses).isInstanceOf(UpstreamUnavailableException.class);
        addresses = 0;
        assertThatThrownBy(each::addresses).isInstanceOf(UpstreamUnavailableException.class);
    }

    private UpstreamResponse ask(URI instance) {
        return each.ask(instance, UpstreamRequest.get("/x"), Deadline.in(Duration.ofMillis(400), nanos::get));
    }

    private InetAddress[] named(String host) throws UnknownHostException {
        if (addresses == 0) {
            throw new UnknownHostException(host);
        }
        InetAddress[] all = new InetAddress[addresses];
        for (int i = 0; i < addresses; i++) {
            all[i] = InetAddress.getByAddress(host, new byte[]{10, 0, 0, (byte) (i + 1)});
        }
        return all;
    }
}
