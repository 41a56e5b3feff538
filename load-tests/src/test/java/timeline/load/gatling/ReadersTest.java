package timeline.load.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeline.client.TimelineClient;
import timeline.client.UnexpectedAnswerException;

class ReadersTest {
    private static final long LIFE_SECONDS = 900;
    private static final Instant BEGUN = Instant.parse("2026-11-29T10:00:00Z");

    private volatile Instant now = BEGUN;
    private volatile boolean down;
    private volatile long lifeSeconds = LIFE_SECONDS;
    private HttpServer server;

    private final class Watch extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Makes tokens that tell when they were made. */
    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/tokens", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                String claims = Base64.getUrlEncoder().withoutPadding()
                        .encodeToString("{\"sub\":\"7\"}".getBytes(StandardCharsets.UTF_8));
                byte[] body = ("{\"access_token\":\"a." + claims + "." + now.getEpochSecond() + "\",\"expires_in\":"
                        + lifeSeconds + "}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(down ? 503 : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Readers readers(int users) {
        TimelineClient client = new TimelineClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                new Watch());
        return new Readers(client, java.util.stream.IntStream.range(0, users).mapToObj(rank -> "u" + rank).toList());
    }

    private static Instant made(Map<String, Object> fed) {
        String token = String.valueOf(fed.get("token"));
        return Instant.ofEpochSecond(Long.parseLong(token.substring(token.lastIndexOf('.') + 1)));
    }

    @Test
    void feedsGoodTokensForHours() {
        try (Readers readers = readers(3)) {
            Iterator<Map<String, Object>> feeder = readers.feeder(new SplittableRandom(1));
            Set<Instant> made = new HashSet<>();
            for (int seconds = 0; seconds < 7_200; seconds += 5) {
                now = BEGUN.plusSeconds(seconds);
                readers.renew();
                Instant token = made(feeder.next());
                made.add(token);
                assertThat(token.plusSeconds(LIFE_SECONDS)).isAfter(now);
            }
            assertThat(made).hasSizeBetween(8, 12);
        }
    }

    @Test
    void goesOnWithTheOldTokenWhileThereIsNoNewOne() {
        try (Readers readers = readers(1)) {
            down = true;
            now = BEGUN.plusSeconds(800);
            readers.renew();
            assertThat(made(readers.feeder(new SplittableRandom(1)).next())).isEqualTo(BEGUN);

            down = false;
            readers.renew();
            assertThat(made(readers.feeder(new SplittableRandom(1)).next())).isEqualTo(now);
        }
    }

    /** A schedule never runs again what has thrown once. */
    @Test
    void goesOnAfterAnAnswerThatMakesNoSense() {
        try (Readers readers = readers(1)) {
            lifeSeconds = Long.MAX_VALUE;
            now = BEGUN.plusSeconds(800);
            readers.renew();
            assertThat(made(readers.feeder(new SplittableRandom(1)).next())).isEqualTo(BEGUN);

            lifeSeconds = LIFE_SECONDS;
            readers.renew();
            assertThat(made(readers.feeder(new SplittableRandom(1)).next())).isEqualTo(now);
        }
    }

    @Test
    void doesNotBeginWithoutTokens() {
        down = true;

        assertThatThrownBy(() -> readers(1)).isInstanceOf(UnexpectedAnswerException.class);
    }

    @Test
    void feedsEverybody() {
        try (Readers readers = readers(1)) {
            assertThat(List.of(readers.feeder(new SplittableRandom(2)).next().keySet()))
                    .containsExactly(Set.of("token"));
        }
    }
}
