package timeline.edge.connection;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/**
 * A refusal that does not cost its connection. Tomcat closes the connection with every 503, as httpd does; whoever is refused and asks again
 * then connects anew, which costs both sides more than the refusal, just when there is nothing to spare. So Tomcat is told of another status
 * until it has decided on the connection; on the wire there is never any but 503.
 */
public final class KeptConnection {
    /** What a response's status is until its head is made. No status of HTTP, and none that ends a connection. */
    public static final int UNAVAILABLE = 299;
    private static final String KEPT = KeptConnection.class.getName();

    private KeptConnection() {
    }

    /** Whether nothing of the request can be left in the connection, to be taken for the next one. */
    public static boolean isPossible(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    }

    /** To be called when Tomcat has looked at the status, and before it writes it. */
    static void reveal(Request request, Response response) {
        if (response.getStatus() == UNAVAILABLE) {
            response.setStatus(503);
            request.setAttribute(KEPT, true);
        }
    }

    /** Whether the answer to this request was such a refusal. */
    static boolean wasRefused(Request request) {
        return request.getAttribute(KEPT) != null;
    }
}
