package timeline.stores.kafka;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * Asks a broker for its cluster's metadata, over a plain socket. The broker names itself among the living ones only when the
 * controller has admitted it: an open port alone means nothing yet.
 */
final class KafkaProbe {
    private static final int PATIENCE_MILLIS = 1_000;
    private static final short METADATA = 3;
    /** The last version before the protocol's compact encoding. */
    private static final short VERSION = 8;

    private KafkaProbe() {
    }

    static boolean isServing(int port) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.getOutputStream().write(request());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return names(port, ByteBuffer.wrap(in.readNBytes(in.readInt())));
        } catch (IOException | RuntimeException downOrNotKafka) {
            return false;
        }
    }

    private static byte[] request() {
        int length = 17;
        int correlation = 1;
        short noClientId = -1;
        int noTopics = 0;
        byte no = 0;
        return ByteBuffer.allocate(Integer.BYTES + length).putInt(length).putShort(METADATA).putShort(VERSION)
                .putInt(correlation).putShort(noClientId).putInt(noTopics).put(no).put(no).put(no).array();
    }

    private static boolean names(int port, ByteBuffer answer) {
        answer.getInt(); // correlation
        answer.getInt(); // throttle time
        for (int brokers = answer.getInt(); brokers > 0; brokers--) {
            answer.getInt(); // id
            skipText(answer); // host
            if (answer.getInt() == port) {
                return true;
            }
            skipText(answer); // rack
        }
        return false;
    }

    private static void skipText(ByteBuffer answer) {
        int length = Math.max(0, answer.getShort());
        answer.position(answer.position() + length);
    }
}
