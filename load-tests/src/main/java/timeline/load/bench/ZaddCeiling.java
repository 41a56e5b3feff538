package timeline.load.bench;

import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import timeline.stores.redis.RedisLogin;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.models.partitions.Partitions;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.redis.HomeTimelineKeys;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The most that the cache itself allows: one ZADD of a new newest entry into each timeline, pipelined over one plain connection for
 * each primary, by a client that does nothing else. What a fan-out reaches is told as a share of it.
 */
final class ZaddCeiling {
    private static final int IN_FLIGHT = 200;

    private final RedisLogin login;
    private final Map<Integer, List<byte[]>> keysByPort = new TreeMap<>();

    ZaddCeiling(List<String> seeds, RedisLogin login, List<UserId> users) {
        this.login = login;
        RedisURI seed = RedisURI.create("redis://" + seeds.getFirst());
        seed.setCredentialsProvider(new StaticCredentialsProvider(login.user(), login.password().toCharArray()));
        try (RedisClusterClient client = RedisClusterClient.create(seed)) {
            Partitions topology = client.getPartitions();
            for (UserId owner : users) {
                byte[] key = HomeTimelineKeys.key(owner);
                int port = topology.getPartitionBySlot(SlotHash.getSlot(key)).getUri().getPort();
                keysByPort.computeIfAbsent(port, any -> new ArrayList<>()).add(key);
            }
        }
    }

    /** Adds an entry to every timeline for each of the tweets, and returns how many were added. */
    long add(List<TweetId> tweets, UserId author) throws InterruptedException {
        try (ExecutorService connections = Executors.newFixedThreadPool(keysByPort.size())) {
            List<Callable<Long>> work = new ArrayList<>();
            keysByPort.forEach((port, keys) -> work.add(() -> add(port, keys, tweets, author)));
            long added = 0;
            for (Future<Long> done : connections.invokeAll(work)) {
                added += done.resultNow();
            }
            return added;
        }
    }

    private long add(int port, List<byte[]> keys, List<TweetId> tweets, UserId author) throws IOException {
        long added = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream answers = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            ByteArrayOutputStream batch = new ByteArrayOutputStream();
            logIn(socket, batch, answers);
            int inFlight = 0;
            for (TweetId tweet : tweets) {
                for (byte[] key : keys) {
                    zadd(batch, key, tweet, author);
                    if (++inFlight == IN_FLIGHT) {
                        added += flush(socket, batch, answers, inFlight);
                        inFlight = 0;
                    }
                }
            }
            return added + flush(socket, batch, answers, inFlight);
        }
    }

    private void logIn(Socket socket, ByteArrayOutputStream batch, InputStream answers) throws IOException {
        batch.writeBytes("*3\r\n$4\r\nAUTH\r\n".getBytes(StandardCharsets.US_ASCII));
        bulk(batch, login.user().getBytes(StandardCharsets.UTF_8));
        bulk(batch, login.password().getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(batch.toByteArray());
        batch.reset();
        byte[] welcome = answers.readNBytes("+OK\r\n".length());
        if (welcome.length == 0 || welcome[0] != '+') {
            throw new IOException("the cache does not know the operator");
        }
    }

    private static void zadd(ByteArrayOutputStream batch, byte[] key, TweetId tweet, UserId author) {
        batch.writeBytes("*4\r\n$4\r\nZADD\r\n".getBytes(StandardCharsets.US_ASCII));
        bulk(batch, key);
        bulk(batch, HomeTimelineKeys.score(tweet));
        bulk(batch, HomeTimelineKeys.member(new HomeTimelineEntry(tweet, author)));
    }

    private static void bulk(ByteArrayOutputStream batch, byte[] bytes) {
        batch.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
        batch.writeBytes(bytes);
        batch.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static long flush(Socket socket, ByteArrayOutputStream batch, InputStream answers, int expected)
            throws IOException {
        socket.getOutputStream().write(batch.toByteArray());
        batch.reset();
        long added = 0;
        for (int i = 0; i < expected; i++) {
            int kind = answers.read();
            int first = answers.read();
            for (int next = first; next != '\n'; next = answers.read()) {
                if (next < 0) {
                    throw new IOException("the cache closed the connection");
                }
            }
            if (kind != ':') {
                throw new IOException("the cache refused a ZADD");
            }
            added += first - '0';
        }
        return added;
    }
}
