package timeline.load.gatling;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import timeline.client.Session;
import timeline.client.TimelineClient;

/**
 * The users of a simulation, each with a token that is good: tokens live for minutes, a simulation for as long as it is asked to. They
 * are renewed beside it, so that no request waits for it.
 */
final class Readers implements AutoCloseable {
    private static final long LOOK_SECONDS = 5;

    private final TimelineClient client;
    private final List<Session> sessions;
    private final AtomicReferenceArray<String> tokens;
    private final ScheduledExecutorService renewal = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("token-renewal").factory());

    /**
     * Signs everybody in; fails when somebody can't be.
     *
     * @param client is closed with this
     */
    Readers(TimelineClient client, List<String> usernames) {
        this.client = client;
        this.sessions = usernames.stream().map(client::signIn).toList();
        this.tokens = new AtomicReferenceArray<>(sessions.size());
        for (int i = 0; i < sessions.size(); i++) {
            tokens.set(i, sessions.get(i).token());
        }
    }

    /** Renews from now on what is about to expire, until it is closed. */
    void start() {
        var _ = renewal.scheduleWithFixedDelay(this::renew, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** Asks for a new token for everybody whose token is about to expire. */
    void renew() {
        for (int i = 0; i < sessions.size(); i++) {
            try {
                tokens.set(i, sessions.get(i).token());
            } catch (RuntimeException later) {
                // The old token is good for a while, and the next round is soon: unless this one throws, then there is none.
            }
        }
    }

    /** Somebody, drawn at random, again and again; the token is named {@code token}. */
    Iterator<Map<String, Object>> feeder(RandomGenerator random) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Map<String, Object> next() {
                return Map.of("token", tokens.get(random.nextInt(tokens.length())));
            }
        };
    }

    @Override
    public void close() {
        renewal.shutdownNow();
        client.close();
    }
}
