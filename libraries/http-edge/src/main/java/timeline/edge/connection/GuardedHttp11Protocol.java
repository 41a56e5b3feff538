package timeline.edge.connection;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP/1.1 that takes a request whole and in its time, or not at all, and that keeps no connection which nobody uses when they run
 * short. Tomcat makes it by its name, so it is public and takes no argument.
 */
public final class GuardedHttp11Protocol extends Http11NioProtocol {
    private static final long UNUSED_MILLIS = 1000;

    private final GuardedEndpoint endpoint;
    private volatile boolean running;
    private volatile LongConsumer waits = nanos -> {};
    private volatile Duration rest = Duration.ZERO;

    public GuardedHttp11Protocol() {
        this(new GuardedEndpoint());
    }

    private GuardedHttp11Protocol(GuardedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** @param waits told how many nanoseconds each piece of work has waited for a thread */
    public void setWaits(LongConsumer waits) {
        this.waits = waits;
    }

    /** What comes in is handed over here, and begun when there is a processor for it: in between it queues. */
    @Override
    public void setExecutor(Executor executor) {
        super.setExecutor(work -> {
            long handedOver = System.nanoTime();
            executor.execute(() -> {
                waits.accept(System.nanoTime() - handedOver);
                work.run();
            });
        });
    }

    /** @param budget from a request's first byte to its last, headers and body; as much again until its answer has gone */
    public void setBudget(Duration budget) {
        endpoint.setBudget(budget);
    }

    /** @param bytes request line and headers together: more are a 414 or a 431 */
    public void setHeadLimit(int bytes) {
        endpoint.setHeadLimitBytes(bytes);
        // Refused before Tomcat would: it answers 400 to all of them.
        setMaxHttpRequestHeaderSize(bytes + 64);
        setMaxHeaderCount(-1);
    }

    /**
     * @param rest so long a connection is not read whose request was refused, and kept: who asks again at once, whatever {@code Retry-After} told
     * him, asks the kernel, and costs nothing. Zero: it is read at once
     */
    public void setRest(Duration rest) {
        this.rest = rest;
    }

    /** Asked of every answer that has a body, between the look at its status and its head. */
    @Override
    public boolean useCompression(Request request, Response response) {
        KeptConnection.reveal(request, response);
        return super.useCompression(request, response);
    }

    @Override
    protected Processor createProcessor() {
        return new GuardedHttp11(this, getAdapter(), rest);
    }

    @Override
    public void start() throws Exception {
        super.start();
        running = true;
        Thread.ofVirtual().name("late-and-unused-connections").start(
                new ConnectionWatch<>(this::awaitNextRound, endpoint::getConnections, this::closeIfInTheWay));
    }

    @Override
    public void stop() throws Exception {
        running = false;
        super.stop();
    }

    /** Whether connections run short. */
    private boolean isCrowded() {
        return endpoint.getConnectionCount() > getMaxConnections() * 3L / 4;
    }

    private boolean awaitNextRound() throws InterruptedException {
        Thread.sleep(endpoint.budget().dividedBy(8));
        return running;
    }

    private void closeIfInTheWay(SocketWrapperBase<NioChannel> connection) {
        if (connection instanceof GuardedConnection guarded
                && (guarded.isLate() || (isCrowded() && guarded.isIdle() && isUnused(guarded)))) {
            connection.setError(new SocketTimeoutException("the request came too slowly, or not at all"));
            endpoint.processSocket(connection, SocketEvent.ERROR, true);
        }
    }

    private static boolean isUnused(GuardedConnection connection) {
        return System.currentTimeMillis() - connection.getLastRead() > UNUSED_MILLIS;
    }
}
