package timeline.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out before a launch, not from a store's log, that a port is taken. */
public final class PortCheck {
    private PortCheck() {
    }

    /** @throws StoreFailedException naming the first taken port and, where the system tells, its holder */
    public static void requireFree(EmbeddedStore store) {
        for (int port : store.ports()) {
            requireFree(store.name(), port);
        }
    }

    /** @throws StoreFailedException naming the port and, where the system tells, its holder */
    public static void requireFree(String component, int port) {
        if (!isFree(port)) {
            String holder = PortHolder.of(port).map(PortHolder::toString)
                    .orElse("another process (which one is not visible)");
            throw new StoreFailedException("port " + port + " of " + component + " is taken by " + holder
                    + ": stop it or configure another port");
        }
    }

    /** Whether a server could listen on this loopback port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
