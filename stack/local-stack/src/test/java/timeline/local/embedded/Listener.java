package timeline.local.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A program that listens on a port until it is stopped, or dies with a last word when the port is 0. */
final class Listener {
    private Listener() {
    }

    static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        if (port == 0) {
            System.out.println("my disk is full");
            System.exit(3);
        }
        try (ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            System.out.println("listening");
            while (true) {
                socket.accept().close();
            }
        }
    }
}
