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
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.redis.HomeTimelineKeys;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The most that the cache itself allows: one ZADD of a new newest entry into each timeline, and the removal of as many of the oldest, a
 * hundred at a time as the product trims, pipelined over one plain connection for each primary by a client that does nothing else. What
 * a fan-out reaches is told as a share of it. The timelines are as large afterwards as before, so nothing of it is left for the fan-out to do.
 */
final class ZaddCeiling {
    private static final int IN_FLIGHT = 200;
    private static final int TRIMMED_AT_ONCE = HomeTimelineWriter.OVERFULL - HomeTimelineReader.CAPACITY;

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

    /** Adds an entry to every timeline for each of the tweets, removes as many old ones, and returns how many were added. */
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
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream answers = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            ByteArrayOutputStream batch = new ByteArrayOutputStream();
            logIn(socket, batch, answers);
            Pipe pipe = new Pipe(socket, batch, answers);
            long added = 0;
            long removed = 0;
            int untrimmed = 0;
            for (TweetId tweet : tweets) {
                for (byte[] key : keys) {
                    zadd(batch, key, tweet, author);
                    added += pipe.sent();
                }
                added += pipe.flush();
                if (++untrimmed == TRIMMED_AT_ONCE) {
                    removed += trim(pipe, keys, untrimmed);
                    untrimmed = 0;
                }
            }
            removed += trim(pipe, keys, untrimmed);
            if (removed != added) {
                throw new IOException(added + " entries were added to full timelines, and " + removed + " removed");
            }
            return added;
        }
    }

    private static long trim(Pipe pipe, List<byte[]> keys, int entries) throws IOException {
        long removed = 0;
        if (entries > 0) {
            for (byte[] key : keys) {
                removeOldest(pipe.batch, key, entries);
                removed += pipe.sent();
            }
        }
        return removed + pipe.flush();
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

    private static void removeOldest(ByteArrayOutputStream batch, byte[] key, int entries) {
        batch.writeBytes("*4\r\n$15\r\nZREMRANGEBYRANK\r\n".getBytes(StandardCharsets.US_ASCII));
        bulk(batch, key);
        bulk(batch, Integer.toString(-entries).getBytes(StandardCharsets.US_ASCII));
        bulk(batch, "-1".getBytes(StandardCharsets.US_ASCII));
    }

    private static void bulk(ByteArrayOutputStream batch, byte[] bytes) {
        batch.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
        batch.writeBytes(bytes);
        batch.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Commands on their way, and the sum of the numbers that answer them. */
    private static final class Pipe {
        private final Socket socket;
        private final ByteArrayOutputStream batch;
        private final InputStream answers;
        private int inFlight;

        Pipe(Socket socket, ByteArrayOutputStream batch, InputStream answers) {
            this.socket = socket;
            this.batch = batch;
            this.answers = answers;
        }

        /** To be called after each command that was written; 0 as long as more may be in flight. */
        long sent() throws IOException {
            return ++inFlight == IN_FLIGHT ? flush() : 0;
        }

        long flush() throws IOException {
            socket.getOutputStream().write(batch.toByteArray());
            batch.reset();
            long sum = 0;
            for (; inFlight > 0; inFlight--) {
                sum += answer();
            }
            return sum;
        }

        private long answer() throws IOException {
            int kind = answers.read();
            long number = 0;
            for (int next = answers.read(); next != '\n'; next = answers.read()) {
                if (next < 0) {
                    throw new IOException("the cache closed the connection");
                }
                number = next == '\r' ? number : 10 * number + next - '0';
            }
            if (kind != ':') {
                throw new IOException("the cache refused a command");
            }
            return number;
        }
    }
}
