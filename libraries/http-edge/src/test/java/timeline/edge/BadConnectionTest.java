package timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.edge.sample.ProblemAssertions.assertProblem;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.edge.sample.RunningSample;
import timeline.edge.sample.Wire;
import timeline.edge.sample.Wire.Answer;

/** The part of the bad-input table that is about bytes and sizes. */
class BadConnectionTest {
    private static final String HEAD = "Host: a\r\n";
    private static RunningSample sample;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        sample = new RunningSample(folder);
        token = "Authorization: Bearer " + sample.userToken() + "\r\n";
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONSENSE\r\n\r\n", "GET /v1/notes HTTP/9.9\r\nHost: a\r\n\r\n",
            "GET /v1/no tes HTTP/1.1\r\nHost: a\r\n\r\n", "GET /v1/notes HTTP/1.1\r\n\r\n",
            "GET /v1/notes HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET /v1/notes HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET /v1/notes HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n",
            "GET /v1/notes HTTP/1.1\r\nHost: a\r\nNoColon\r\n\r\n", "GET /v1/<notes> HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /v1/notes HTTP/1.1\r\nHost: a\r\nX-A: b\u0000c\r\n\r\n",
            "GET /v1/notes HTTP/1.1\r\nHost: a\r\nX-A: b\rc\r\n\r\n",
            "POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
            "POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n{}",
            "POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Length: -2\r\n\r\n{}",
            "POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"})
    void refusesWhatIsNotHttp(String request) throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            Answer answer = wire.send(request).answer();
            assertThat(answer.status()).as(answer.toString()).isIn(400, 405, 501, 505);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(wire.isClosed()).isTrue();
        }
    }

    /** RFC 9112 section 6.3: the chunks decide, and nothing behind them is a request, for somebody before us may differ. */
    @Test
    void endsTheConnectionBehindABodyWithTwoLengths() throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            wire.send("""
                    POST /v1/open HTTP/1.1\r
                    Host: a\r
                    Content-Type: application/json\r
                    Content-Length: 4\r
                    Transfer-Encoding: chunked\r
                    \r
                    2\r
                    {}\r
                    0\r
                    \r
                    GET /v1/notes HTTP/1.1\r
                    Host: a\r
                    \r
                    """);
            assertThat(wire.answer().status()).isEqualTo(200);
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    void refusesAnUnknownTransferEncoding() throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            Answer answer = wire.send("POST /v1/open HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n")
                    .answer();
            assertThat(answer.status()).isIn(400, 415, 501);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void refusesHeadsThatAreTooLarge() throws IOException {
        for (String head : new String[]{"GET /v1/notes HTTP/1.1\r\nHost: a\r\nX-Big: " + "x".repeat(9000) + "\r\n\r\n",
                "GET /v1/notes HTTP/1.1\r\nHost: a\r\n" + "X-Many: y\r\n".repeat(200) + "\r\n",
                "GET /v1/notes?" + "x".repeat(9000) + " HTTP/1.1\r\nHost: a\r\n\r\n"}) {
            try (Wire wire = new Wire(sample.port())) {
                Answer answer = wire.send(head).answer();
                assertThat(answer.status()).as(answer.toString()).isIn(400, 414, 431);
                assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            }
        }
    }

    @Test
    void refusesABodyThatIsTooLarge() throws IOException {
        assertProblem(post("Content-Length: 16385\r\n", ""), 413, "body-too-large");
        assertProblem(post("Content-Length: 99999999999\r\n", ""), 413, "body-too-large");
        assertProblem(post("Transfer-Encoding: chunked\r\n", "1000\r\n" + " ".repeat(4096) + "\r\n1000\r\n"
                + " ".repeat(4096) + "\r\n1000\r\n" + " ".repeat(4096) + "\r\n1001\r\n" + " ".repeat(4097)), 413,
                "body-too-large");
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws IOException {
        String body = "{\"text\":\"a\"}" + " ".repeat(16 * 1024 - 12);
        assertThat(post("Content-Length: 16384\r\n", body).status()).isEqualTo(201);
        assertThat(post("Transfer-Encoding: chunked\r\n", "4000\r\n" + body + "\r\n0\r\n\r\n").status()).isEqualTo(201);
    }

    private static Answer post(String headers, String body) throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            return wire
                    .send("POST /v1/notes HTTP/1.1\r\n" + HEAD + token + "Content-Type: application/json\r\n" + headers
                            + "\r\n" + body)
                    .answer();
        }
    }
}
