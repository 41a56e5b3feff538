package timeline.edge.request;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Constants;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP/1.1 that waits for the whole of a request's head, not only for its next byte: Tomcat's own time-out begins anew with each
 * byte, so that a client which sends one every few seconds ("slowloris") could hold a connection for hours. Tomcat makes it by
 * its name, so it is public and takes no argument.
 */
public final class PunctualHttp11Protocol extends Http11NioProtocol {
    private volatile Duration headWithin = Duration.ofSeconds(8);
    private volatile boolean running;

    /** @param limit from a request's first byte to the empty line behind its headers */
    public void setHeadWithin(Duration limit) {
        headWithin = limit;
    }

    @Override
    public void start() throws Exception {
        super.start();
        running = true;
        Thread.ofVirtual().name("slow-heads").start(this::watch);
    }

    @Override
    public void stop() throws Exception {
        running = false;
        super.stop();
    }

    private void watch() {
        try {
            while (running) {
                Thread.sleep(headWithin.dividedBy(8));
                getEndpoint().getConnections().forEach(this::closeIfSlow);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeIfSlow(SocketWrapperBase<NioChannel> connection) {
        if (connection.getCurrentProcessor() instanceof AbstractProcessor processor && isSlow(processor.getRequest())) {
            connection.setError(new SocketTimeoutException("the head of the request came too slowly"));
            getEndpoint().processSocket(connection, SocketEvent.ERROR, true);
        }
    }

    private boolean isSlow(Request request) {
        int stage = request.getRequestProcessor().getStage();
        // Between two reads of an unfinished head the stage is ENDED; while a handler works it is SERVICE.
        boolean reading = stage == Constants.STAGE_PARSE || stage == Constants.STAGE_ENDED;
        long start = request.getStartTimeNanos();
        return reading && start >= 0 && System.nanoTime() - start > headWithin.toNanos();
    }
}
