package timeline.load.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimelineRequestsTest {
    private static List<String> some(int count, int readsPerPost) {
        TimelineRequests requests = new TimelineRequests("127.0.0.1:8080", List.of("a.b.c", "a.longer.token"),
                readsPerPost, "run7", new SplittableRandom(1));
        return Stream.generate(requests::next).limit(count)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII)).toList();
    }

    @Test
    void readsAreOfAnybody() {
        assertThat(some(50, 1_000)).containsOnly(read("a.b.c"), read("a.longer.token"));
    }

    private static String read(String token) {
        return String.join("\r\n", "GET /v1/timeline?limit=20 HTTP/1.1", "Host: 127.0.0.1:8080",
                "Authorization: Bearer " + token, "Accept: application/json", "", "");
    }

    @Test
    void aPostHasItsOwnNumberInKeyAndText() {
        String post = some(11, 10).getLast();
        String body = "{\"text\":\"run7 000000000010\"}";

        assertThat(post).startsWith("POST /v1/tweets HTTP/1.1\r\n").contains("\r\nAuthorization: Bearer a.")
                .endsWith("\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\nIdempotency-Key: run7-000000000010\r\n\r\n" + body);
    }

    @Test
    void soManyReadsGoToOnePost() {
        List<String> requests = some(110, 10);

        assertThat(requests.stream().filter(request -> request.startsWith("POST "))).hasSize(10)
                .doesNotHaveDuplicates();
        assertThat(some(4, 1).stream().filter(request -> request.startsWith("POST "))).hasSize(2);
    }
}
