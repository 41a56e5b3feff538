package timeline.load.generator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * First pages of the home timeline, and now and then a post, each by anybody. All is encoded beforehand; a post only gets its number, twice:
 * in its text and in its key, so that a repetition is the same tweet.
 */
public final class TimelineRequests implements Requests {
    private static final int PAGE = 20;
    private static final int DIGITS = 12;
    private static final String NUMBER = "0".repeat(DIGITS);

    private final List<byte[]> reads;
    private final List<byte[]> posts;
    private final int keyAt;
    private final int textAt;
    private final int readsPerPost;
    private final RandomGenerator random;
    private long made;

    /**
     * @param host and port of the gateway: {@code 127.0.0.1:8080}
     * @param tokens of the users
     * @param run begins every key and text; fresh for each run, ASCII letters and digits, at most 40
     */
    public TimelineRequests(String host, List<String> tokens, int readsPerPost, String run, RandomGenerator random) {
        this.readsPerPost = readsPerPost;
        this.random = random;
        this.reads = tokens.stream().map(token -> bytes(head("GET /v1/timeline?limit=" + PAGE, host, token) + "\r\n"))
                .toList();
        String body = "{\"text\":\"" + run + " " + NUMBER + "\"}";
        String rest = "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\nIdempotency-Key: "
                + run
                + "-" + NUMBER + "\r\n\r\n" + body;
        this.posts = tokens.stream().map(token -> bytes(head("POST /v1/tweets", host, token) + rest)).toList();
        // From the end, since tokens differ in length.
        this.textAt = DIGITS + 2;
        this.keyAt = body.length() + 4 + DIGITS;
    }

    @Override
    public byte[] next() {
        long number = made++;
        if (number % (readsPerPost + 1L) != readsPerPost) {
            return reads.get(random.nextInt(reads.size()));
        }
        byte[] post = posts.get(random.nextInt(posts.size())).clone();
        write(number, post, post.length - keyAt);
        write(number, post, post.length - textAt);
        return post;
    }

    private static void write(long number, byte[] request, int at) {
        long left = number;
        for (int digit = DIGITS - 1; digit >= 0; digit--) {
            request[at + digit] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    private static String head(String line, String host, String token) {
        return line + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token
                + "\r\nAccept: application/json\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
