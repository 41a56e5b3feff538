package timeline.edge.connection;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Tells a connection whose bytes it reads, and the client with which status its head was refused. */
final class GuardedHttp11 extends Http11Processor {
    private final Duration rest;
    private @Nullable RefusedHead refused;
    private boolean refusedOne;

    /** @param rest see {@link GuardedHttp11Protocol#setRest} */
    GuardedHttp11(AbstractHttp11Protocol<?> protocol, Adapter adapter, Duration rest) {
        super(protocol, adapter);
        this.rest = rest;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        refused = null;
        refusedOne = false;
        GuardedConnection connection = (GuardedConnection) socket;
        connection.serves(request);
        SocketState state = super.service(socket);
        if (state != SocketState.LONG) {
            // This processor is another connection's now.
            connection.serves(null);
        }
        if (refusedOne && state == SocketState.OPEN) {
            connection.rest(rest);
        }
        return state;
    }

    /** Tomcat knows but one answer to a head that it cannot read: 400, whatever is wrong with it. */
    @Override
    protected void setErrorState(ErrorState errorState, @Nullable Throwable thrown) {
        if (errorState == ErrorState.CLOSE_CLEAN && thrown == null && KeptConnection.wasRefused(request)) {
            // Nothing is wrong: Tomcat looks at the status once more.
            refusedOne = true;
            return;
        }
        super.setErrorState(errorState, thrown);
        if (thrown instanceof RefusedHead head) {
            refused = head;
        }
        if (refused != null) {
            response.setStatus(refused.status());
        }
    }
}
