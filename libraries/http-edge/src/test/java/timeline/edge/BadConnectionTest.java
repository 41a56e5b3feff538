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
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Whoever stands before this server may read the same bytes as other requests than it does. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "Content-Length: 2\r\nContent-Length: 2\r\n",
            "Content-Length: 2, 2\r\n", "Content-Length: +2\r\n", "Content-Length: 0x2\r\n", "Content-Length:\r\n",
            "Content-Length: 9223372036854775808\r\n", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
            "X-A: b\r\n c\r\n", "X-A: b\r\n\tContent-Length: 2\r\n", "X-A: b\nX-C: d\r\n", "X-A: b\n",
            "X-A: b\r\n\nX-C: d\r\n"})
    void refusesAHeadWithTwoMeaningsAndEndsTheConnection(String headers) throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            wire.send("POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + headers
                    + "\r\n2\r\n{}\r\n0\r\n\r\nGET /v1/notes HTTP/1.1\r\nHost: a\r\n\r\n");
            assertProblem(wire.answer(), 400, "malformed-request");
            assertThat(wire.isClosed()).isTrue();
        }
    }

    /** Each head is looked at from its first byte, also where it came together with what stands before it. */
    @Test
    void looksAtEveryRequestOfAConnection() throws IOException {
        String post = "POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
        try (Wire wire = new Wire(sample.port())) {
            wire.send("GET /v1/no HTTP/1.1\r\nHost: a\r\n\r\n" + post + "Content-Length: 2\r\n\r\n{}" + post
                    + "Content-Length: 2\r\n\r\n{}" + post + "X-A: b\r\n c\r\nContent-Length: 2\r\n\r\n{}");
            assertThat(wire.answer().status()).isEqualTo(404);
            assertThat(wire.answer().status()).isEqualTo(200);
            assertThat(wire.answer().status()).isEqualTo(200);
            assertProblem(wire.answer(), 400, "malformed-request");
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    void takesNothingBehindChunks() throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            wire.send("""
                    POST /v1/open HTTP/1.1\r
                    Host: a\r
                    Content-Type: application/json\r
                    Transfer-Encoding: chunked\r
                    \r
                    2\r
                    {}\r
                    0\r
                    \r
                    GET /v1/no HTTP/1.1\r
                    Host: a\r
                    \r
                    """);
            Answer answer = wire.answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(wire.isClosed()).isTrue();
        }
    }

    /** One rule for every error, whoever made it: the body says what the status says. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
            "GET /v1/notes HTTP/1.1~X: a b~~ | 400 | malformed-request",
            "GET /v1/notes HTTP/1.1~Host: a~ fold~~ | 400 | malformed-request",
            "GET /v1/no HTTP/1.1~Host: a~~ | 404 | not-found", "GET /v1/notes HTTP/1.1~Host: a~~ | 401 | unauthorized",
            "OPTIONS /v1/notes HTTP/1.1~Host: a~~ | 405 | method-not-allowed",
            "TRACE /v1/notes HTTP/1.1~Host: a~~ | 405 | method-not-allowed",
            "BREW /v1/notes HTTP/1.1~Host: a~~ | 405 | method-not-allowed",
            "OPTIONS * HTTP/1.1~Host: a~~ | 400 | malformed-request",
            "CONNECT a:80 HTTP/1.1~Host: a:80~~ | 501 | not-implemented",
            "POST /v1/open HTTP/1.1~Host: a~Accept: text/html~Content-Length: 0~~ | 406 | not-acceptable",
            "POST /v1/open HTTP/1.1~Host: a~Content-Length: 99999~~ | 413 | body-too-large",
            "POST /v1/open HTTP/1.1~Host: a~Content-Type: text/plain~Content-Length: 2~~{} | 415 | unsupported-media-type",
            "POST /v1/open HTTP/1.1~Host: a~Expect: more~Content-Length: 2~~ | 417 | expectation-failed",
            "POST /v1/open HTTP/1.1~Host: a~Transfer-Encoding: gzip~~ | 501 | not-implemented",
            "POST /v1/open HTTP/1.1~Host: a~Transfer-Encoding: gzip, chunked~~ | 501 | not-implemented",
            "GET /v1/notes HTTP/2.0~Host: a~~ | 505 | http-version",
            "GET /v1/notes HTTP/9.9~Host: a~~ | 505 | http-version"})
    void saysInTheBodyWhatTheStatusSays(String request, int status, String slug) throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            assertProblem(wire.send(request.replace("~", "\r\n")).answer(), status, slug);
        }
    }

    @Test
    void saysWhatIsTooLargeInAHead() throws IOException {
        assertProblem(get("/v1/notes?" + "x".repeat(9000), ""), 414, "uri-too-long");
        assertProblem(get("/v1/notes", "X-Big: " + "x".repeat(9000) + "\r\n"), 431, "headers-too-large");
        assertProblem(get("/v1/notes", "X-Many: y\r\n".repeat(200)), 431, "headers-too-large");
        assertProblem(get("/v1/notes", ("X-Many: " + "y".repeat(70) + "\r\n").repeat(99)), 401, "unauthorized");
    }

    private static Answer get(String target, String headers) throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            return wire.send("GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n").answer();
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
