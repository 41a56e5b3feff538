package timeline.stores.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KafkaProbeTest {
    /** What Kafka 4.4.0 answers, up to the first broker's port. */
    private static final String BEFORE_PORT = "0000000100000000000000010000000100093132372e302e302e31";
    private static final String AFTER_PORT = "ffff001664476c745a577870626d557464476c745a57787062670000000100000000"
            + "80000000";
    private static final String NO_BROKER = "000000010000000000000000"
            + "001664476c745a577870626d557464476c745a5778706267ffffffff0000000080000000";

    @Test
    void takesABrokerThatIsAmongTheLivingForServing() throws Exception {
        assertThat(probeAnsweredBy(port -> BEFORE_PORT + HexFormat.of().toHexDigits(port) + AFTER_PORT)).isTrue();
    }

    @Test
    void waitsForABrokerThatItsControllerHasNotAdmitted() throws Exception {
        assertThat(probeAnsweredBy(port -> NO_BROKER)).isFalse();
        assertThat(probeAnsweredBy(port -> BEFORE_PORT + HexFormat.of().toHexDigits(port + 1) + AFTER_PORT)).isFalse();
    }

    @Test
    void doesNotTakeAnythingElseForABroker() throws Exception {
        assertThat(probeAnsweredBy(port -> "00000001")).isFalse();
    }

    private interface Answer {
        String toPort(int port);
    }

    private static boolean probeAnsweredBy(Answer answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = server.getLocalPort();
            byte[] body = HexFormat.of().parseHex(answer.toPort(port));
            Thread broker = Thread.startVirtualThread(() -> serve(server, body));
            boolean serving = KafkaProbe.isServing(port);
            broker.join();
            return serving;
        }
    }

    private static void serve(ServerSocket server, byte[] body) {
        try (Socket accepted = server.accept()) {
            DataInputStream in = new DataInputStream(accepted.getInputStream());
            in.readNBytes(in.readInt());
            accepted.getOutputStream()
                    .write(ByteBuffer.allocate(Integer.BYTES + body.length).putInt(body.length).put(body).array());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
