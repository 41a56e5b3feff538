package timeline.home.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import timeline.id.TweetId;
import timeline.id.UserId;

/** The follow-service's internal following list, as its API describes it, on a real socket. Thread safe. */
public final class StubFollowService implements AutoCloseable {
    /** What it does instead of answering. */
    public enum Mood {
        WELL, BROKEN, MUTE
    }

    private final Map<Long, Set<Long>> followees = new ConcurrentHashMap<>();
    private final Map<Long, TweetId> pulled = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Mood mood = Mood.WELL;
    public final AtomicInteger notModified = new AtomicInteger();
    public final AtomicInteger whole = new AtomicInteger();

    public StubFollowService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/internal/v1/users/", this::following);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void follow(UserId reader, UserId author) {
        followees.computeIfAbsent(reader.value(), any -> ConcurrentHashMap.newKeySet()).add(author.value());
        version.incrementAndGet();
    }

    public void unfollow(UserId reader, UserId author) {
        followees.getOrDefault(reader.value(), Set.of()).remove(author.value());
        version.incrementAndGet();
    }

    public void pull(UserId author) {
        pullBefore(author, TweetId.LATEST);
    }

    public void pullBefore(UserId author, TweetId until) {
        pulled.put(author.value(), until);
        version.incrementAndGet();
    }

    public void become(Mood next) {
        mood = next;
    }

    private void following(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (mood) {
                case WELL -> answer(exchange);
                case BROKEN -> exchange.sendResponseHeaders(503, -1);
                case MUTE -> closed.await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String tag = "\"" + version.get() + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        @Nullable
        String known = exchange.getRequestHeaders().getFirst("If-None-Match");
        if (tag.equals(known)) {
            notModified.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        whole.incrementAndGet();
        long reader = Long.parseLong(List.of(exchange.getRequestURI().getPath().split("/", -1)).get(4));
        Set<Long> following = followees.getOrDefault(reader, Set.of());
        Set<Long> toPull = following.stream().filter(pulled::containsKey).collect(Collectors.toSet());
        String leaving = toPull.stream().filter(author -> !TweetId.LATEST.equals(pulled.get(author)))
                .map(author -> "{\"author_id\":" + author + ",\"until_tweet_id\":" + pulled.get(author) + "}")
                .collect(Collectors.joining(","));
        byte[] body = "{\"following\":[%s],\"pulled\":[%s],\"leaving\":[%s]}"
                .formatted(list(following), list(toPull), leaving)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String list(Set<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
