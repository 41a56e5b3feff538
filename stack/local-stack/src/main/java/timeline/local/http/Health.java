package timeline.local.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service whether it is ready. */
public final class Health {
    private static final int CONNECT_MILLIS = 300;
    private static final int READ_MILLIS = 1500;
    private static final int OK = 200;

    private Health() {
    }

    /** False also when nobody answers. Never throws. */
    public static boolean isReady(int managementPort) {
        // Not the JDK's newer client: this one has no threads to start and is asked a few times only.
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection) URI
                    .create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness")
                    .toURL().openConnection(java.net.Proxy.NO_PROXY);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            return connection.getResponseCode() == OK;
        } catch (IOException notYet) {
            return false;
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }
}
