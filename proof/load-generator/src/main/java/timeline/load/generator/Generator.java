package timeline.load.generator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests at the pace of its phases, on the thread that runs it.
 *
 * <p>Whatever holds it up, the server or itself, is counted: an open pace makes a request due at its own moment, a request that finds
 * no connection then is sent on the next free one, and its latency runs from when it was due. Otherwise the requests that a slow answer
 * keeps from being sent would be missing from the statistics (coordinated omission).
 */
public final class Generator implements AutoCloseable {
    private static final long NAP_MILLIS = 1;

    private final Limits limits;
    private final Clients clients;
    private final Requests requests;
    private final Connections connections;
    private final Deque<Exchange> waiting = new ArrayDeque<>();
    /** In the order in which they were sent. */
    private final Deque<Exchange> sent = new ArrayDeque<>();
    /** In the order in which they were due. */
    private final Deque<Exchange> awaited = new ArrayDeque<>();
    private int outstanding;
    private boolean isOver;
    private Seconds seconds = new Seconds(0, List.of(), Listener.NONE);

    public Generator(InetSocketAddress server, Limits limits, Clients clients, Requests requests)
            throws IOException {
        this.limits = limits;
        this.clients = clients;
        this.requests = requests;
        this.connections = new Connections(server, limits.connections(), new Connections.Ends() {
            @Override
            public void answered(Exchange exchange, Answer answer) {
                Generator.this.answered(exchange, answer);
            }

            @Override
            public void broken(Exchange exchange, boolean stale) {
                Generator.this.broken(exchange, stale);
            }
        });
    }

    /**
     * Runs the phases, one after the other, and returns when all requests have ended. Connections are kept for the next run.
     *
     * @return all seconds of the phases, in order
     */
    public List<Second> run(List<Phase> phases, Listener listener) throws IOException, InterruptedException {
        isOver = false;
        long begin = System.nanoTime();
        seconds = new Seconds(begin, phases, listener);
        for (int phase = 0; phase < phases.size(); phase++) {
            listener.begun(phase);
            long end = begin + TimeUnit.SECONDS.toNanos(phases.get(phase).seconds());
            switch (phases.get(phase).pace()) {
                case Pace.Open open -> spread(open, open.total(phases.get(phase).seconds()), begin, end);
                case Pace.Closed closed -> keepBusy(closed.clients(), end);
            }
            begin = end;
        }
        isOver = true;
        while (outstanding > 0) {
            turn(begin);
        }
        seconds.tell(begin);
        return seconds.all();
    }

    private void spread(Pace.Open pace, long total, long begin, long end) throws IOException, InterruptedException {
        long next = 0;
        long now;
        do {
            now = System.nanoTime();
            while (next < total && begin + pace.due(next) - now <= 0) {
                offer(requests.next(), begin + pace.due(next), 0);
                next++;
            }
            turn(Math.min(now, end));
        } while (now - end < 0);
    }

    private void keepBusy(int closedClients, long end) throws IOException, InterruptedException {
        for (long now = System.nanoTime(); now - end < 0; now = System.nanoTime()) {
            for (int missing = closedClients - outstanding; missing > 0; missing--) {
                offer(requests.next(), now, 0);
            }
            turn(now);
        }
    }

    private void offer(byte[] request, long due, int repetition) {
        Tally tally = seconds.at(due);
        tally.offer();
        if (outstanding >= limits.outstanding()) {
            tally.unsent();
            return;
        }
        Exchange exchange = new Exchange(request, due, tally, repetition);
        outstanding++;
        waiting.add(exchange);
        if (repetition < clients.repetitions()) {
            awaited.add(exchange);
        }
    }

    /** @param told nothing that is due before it will be offered any more */
    private void turn(long told) throws IOException, InterruptedException {
        long now = System.nanoTime();
        loseThePatience(now);
        Exchange next = waiting.peek();
        while (next != null && send(next)) {
            waiting.remove();
            next = waiting.peek();
        }
        connections.go(NAP_MILLIS);
        seconds.tell(told);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private boolean send(Exchange exchange) {
        if (exchange.isEnded) {
            return true;
        }
        long now = System.nanoTime();
        if (now - exchange.due > limits.patience().toNanos() && !exchange.isSent) {
            end(exchange);
            exchange.tally.unsent();
            return true;
        }
        boolean isFirst = !exchange.isSent;
        if (isFirst) {
            exchange.sent = now;
        }
        if (!connections.send(exchange)) {
            return false;
        }
        exchange.isSent = true;
        if (isFirst) {
            sent.add(exchange);
        }
        return true;
    }

    private void loseThePatience(long now) {
        for (Exchange oldest = awaited.peek(); oldest != null && (oldest.isEnded
                || now - oldest.due > Tally.USEFUL.toNanos()); oldest = awaited.peek()) {
            awaited.remove();
            if (!oldest.isEnded) {
                repeat(oldest, now);
            }
        }
        for (Exchange oldest = sent.peek(); oldest != null && (oldest.isEnded
                || now - oldest.sent > limits.patience().toNanos()); oldest = sent.peek()) {
            sent.remove();
            if (!oldest.isEnded) {
                connections.giveUp(oldest);
                end(oldest);
                oldest.tally.lost(Duration.ofNanos(now - oldest.sent));
            }
        }
    }

    private void answered(Exchange exchange, Answer answer) {
        long now = System.nanoTime();
        end(exchange);
        exchange.tally.answered(answer, Duration.ofNanos(now - exchange.due), Duration.ofNanos(now - exchange.sent));
        if (answer.isRefusal()) {
            repeat(exchange, now);
        }
    }

    private void broken(Exchange exchange, boolean stale) {
        if (stale) {
            // As every client does, who can't know better (RFC 9112, 9.3.1): the server had closed the idle connection. It ends, since each
            // time there is a connection less, and a new one is not stale.
            waiting.addLast(exchange);
            return;
        }
        long now = System.nanoTime();
        end(exchange);
        exchange.tally.lost(Duration.ofNanos(now - exchange.sent));
        repeat(exchange, now);
    }

    private void end(Exchange exchange) {
        exchange.isEnded = true;
        outstanding--;
    }

    private void repeat(Exchange exchange, long now) {
        if (!isOver && !exchange.isRepeated && exchange.repetition < clients.repetitions()) {
            exchange.isRepeated = true;
            offer(exchange.request, now, exchange.repetition + 1);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
