package timeline.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
    private final List<String> tokensShown = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger issued = new AtomicInteger();
    private volatile long lifeSeconds = 900;
    private volatile Instant now = Instant.parse("2026-11-29T10:00:00Z");
    private HttpServer server;
    private TimelineClient client;

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

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/tokens", exchange -> {
            answer(exchange, "{\"access_token\":\"" + token(issued.incrementAndGet()) + "\",\"expires_in\":"
                    + lifeSeconds + "}");
        });
        server.createContext("/v1/timeline", exchange -> {
            tokensShown.add(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, "{\"tweets\":[]}");
        });
        server.start();
        client = new TimelineClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), new Watch());
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private static String token(int number) {
        String claims = Base64.getUrlEncoder().withoutPadding()
                .encodeToString("{\"sub\":\"7\"}".getBytes(StandardCharsets.UTF_8));
        return "head." + claims + ".signature" + number;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {900, 30, 2})
    void neverShowsATokenThatHasExpiredHoweverLongItGoesOn(long life) {
        lifeSeconds = life;
        Session session = client.signIn("ada");
        Instant begun = now;
        long renewals = 0;
        int before = issued.get();
        Instant made = now;
        while (now.isBefore(begun.plus(Duration.ofSeconds(life * 10)))) {
            session.timeline(20, Optional.empty());
            if (issued.get() > before) {
                before = issued.get();
                made = now;
                renewals++;
            }
            assertThat(now).as("of a token of " + made).isBefore(made.plusSeconds(life));
            assertThat(tokensShown).last().isEqualTo("Bearer " + token(issued.get()));
            now = now.plusMillis(life * 100);
        }
        assertThat(renewals).as("renewed, but not for every request").isBetween(5L, 25L);
    }

    @Test
    void signsInOnceAsLongAsTheTokenIsGood() {
        Session session = client.signIn("ada");
        now = now.plus(Duration.ofMinutes(12));
        session.token();

        assertThat(issued).hasValue(1);
        assertThat(session.user().value()).isEqualTo(7);
    }
}
