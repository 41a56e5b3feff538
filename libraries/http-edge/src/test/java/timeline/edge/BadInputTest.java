package timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.edge.sample.ProblemAssertions.assertProblem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** The bad-input table: whatever is sent, the answer is a 4xx problem, and nothing has happened. */
class BadInputTest {
    private static RunningSample sample;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        sample = new RunningSample(folder);
        token = sample.userToken();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{", "{\"text\":", "[]", "[{\"text\":\"a\"}]", "null", "7", "\"text\"",
            "true",
            "{\"text\":\"a\"} {}", "{\"text\":\"a\"}x", "{\"text\":\"a\",\"text\":\"b\"}", "{\"text\":\"a\",\"id\":1}",
            "{\"text\":7}", "{\"text\":true}", "{\"text\":1.5}", "{\"text\":{}}", "{\"text\":[\"a\"]}", "{'text':'a'}",
            "{text:\"a\"}", "{\"text\":\"a\",}", "{\"text\":NaN}", "{\"media_ids\":\"a\"}", "{\"media_ids\":[1]}",
            "{\"media_ids\":{}}", "{\"mediaIds\":[]}", "{\"TEXT\":\"a\"}", "/**/{}", "{\"text\":\"\\ud800\"}",
            "{\"text\":\"\\udc00 and more\"}", "{\"text\":\"\\ud83d\\u0041\"}", "{\"text\":\"\\ud83d\\n\"}",
            "{\"text\":\"\\x\"}", "{\"text\":\"\\u12\"}", "{\"\\ud800\":1}"})
    void refusesABodyOfAnotherShape(String body) throws IOException {
        assertProblem(post(body), 400, "malformed-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "-1", "1.5", "00123", "0x1f", "+5", "18446744073709551616", "9223372036854775808",
            " 5", "",
            "٣"})
    void refusesAnIdOfAnotherShapeInABody(String id) throws IOException {
        String value = id.equals("7") ? id : "\"" + id + "\"";
        var problem = assertProblem(post("{\"target_user_id\":" + value + "}"), 400, "malformed-body");
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/target_user_id");
    }

    @Test
    void refusesABodyThatIsDeeperThanAnythingMeant() throws IOException {
        assertProblem(post("{\"media_ids\":" + "[".repeat(1000) + "]".repeat(1000) + "}"), 400, "malformed-body");
        assertProblem(post("{\"text\":" + "9".repeat(5000) + "}"), 400, "malformed-body");
        assertProblem(post("{\"" + "n".repeat(5000) + "\":1}"), 400, "malformed-body");
    }

    @Test
    void refusesBytesThatAreNoUtf8() throws IOException {
        // A stray byte, an overlong slash, an encoded surrogate, a code point beyond the last, and UTF-16.
        for (byte[] text : new byte[][]{{(byte) 0xff}, {(byte) 0xc0, (byte) 0xaf},
                {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80}}) {
            String body = "{\"text\":\"" + new String(text, StandardCharsets.ISO_8859_1) + "\"}";
            assertProblem(post(body.getBytes(StandardCharsets.ISO_8859_1)), 400, "malformed-body");
        }
        assertProblem(post("{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16)), 400, "malformed-body");
        assertProblem(post("\ufeff{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_8)), 400, "malformed-body");
    }

    @Test
    void keepsTextAsItCame() throws IOException {
        for (String text : new String[]{"<script>alert(1)</script>", "'; DROP TABLE tweets; --", "${jndi:ldap://x}",
                "#{T(java.lang.Runtime)}", "%00", "../../etc/passwd", "👩‍👩‍👧‍👦", "\u202Eright to left",
                "e\u0301"}) {
            Answer answer = post("{\"text\":\"" + text + "\"}");
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.body()).contains(text);
        }
        assertThat(post("{\"text\":\"\\ud83d\\ude00 \\\\ud800\"}").status()).isEqualTo(201);
    }

    @Test
    void pointsToAFieldWithABadValue() throws IOException {
        for (String body : new String[]{"{}", "{\"text\":null}", "{\"text\":\"\"}", "{\"text\":\" \"}"}) {
            var problem = assertProblem(post(body), 422, "validation");
            assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/text");
        }
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "application/json;charset=utf-16", "application/json; charset=latin1",
            "application/problem+json", "multipart/form-data", "nonsense", "''"})
    void refusesOtherMediaTypes(String type) throws IOException {
        String header = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        assertProblem(request("POST", "/v1/notes", header + "Content-Length: 12\r\n", "{\"text\":\"a\"}"), 415,
                "unsupported-media-type");
        assertProblem(request("POST", "/v1/notes",
                "Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n",
                "{\"text\":\"a\"}"), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({"text/html", "application/xml;q=1", "application/json;q=0", "nonsense"})
    void refusesToAnswerOtherMediaTypesBeforeAnythingHappens(String accept) throws IOException {
        int made = made();
        assertProblem(request("POST", "/v1/notes",
                "Accept: " + accept + "\r\nContent-Type: application/json\r\nContent-Length: 12\r\n",
                "{\"text\":\"a\"}"), 406, "not-acceptable");
        assertThat(made()).isEqualTo(made);
    }

    @Test
    void acceptsTheUsualWaysToAskForJson() throws IOException {
        for (String accept : new String[]{"*/*", "application/json", "application/*", "text/html, */*;q=0.1",
                "application/json;charset=utf-8"}) {
            assertThat(request("GET", "/v1/notes", "Accept: " + accept + "\r\n", "").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=101", "limit=abc", "limit=1e9", "limit=", "limit",
            "limit=1&limit=2",
            "limit=+5", "limit=05", "limit=5.0", "cursor=a&cursor=b", "limit=%zz", "limit=99999999999999999999"})
    void refusesABadParameter(String query) throws IOException {
        assertProblem(request("GET", "/v1/notes?" + query, "", ""), 400, "invalid-parameter");
    }

    @Test
    void refusesAnEmptyCursor() throws IOException {
        assertProblem(request("GET", "/v1/notes?cursor=", "", ""), 400, "invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "00123", "abc", "1.5", "0x1f", "9223372036854775808", "%D9%A3", "5%20"})
    void refusesABadIdInThePath(String id) throws IOException {
        assertProblem(request("GET", "/v1/notes/" + id, "", ""), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1//notes", "/v1/notes;x=1", "/v1/%2e%2e/notes", "/v1/notes%00", "/v1/notes%2f5",
            "/v1/../notes"})
    void refusesPathsWithTwoMeanings(String path) throws IOException {
        Answer answer = request("GET", path, "", "");
        assertThat(answer.status()).isIn(400, 404);
        assertProblem(answer, answer.status(), answer.status() == 400 ? "malformed-request" : "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v2/notes", "/v1/notes/5/more", "/actuator/health", "/error", "/favicon.ico"})
    void knowsNothingUnderOtherPaths(String path) throws IOException {
        assertProblem(request("GET", path, "", ""), 404, "not-found");
        assertProblem(anonymous("GET", path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW", "get"})
    void namesTheMethodsOfAPath(String method) throws IOException {
        for (Answer answer : new Answer[]{request(method, "/v1/notes", "", ""), anonymous(method, "/v1/notes")}) {
            assertProblem(answer, 405, "method-not-allowed");
            assertThat(answer.header("allow")).isEqualTo("GET, HEAD, POST");
        }
    }

    /** There are no other origins: the framework's own answer was a 200 with methods that do not exist. */
    @Test
    void answersNoPreflight() throws IOException {
        for (String path : new String[]{"/v1/notes", "/internal/v1/notes"}) {
            Answer answer = request("OPTIONS", path, "Origin: http://other\r\nAccess-Control-Request-Method: PUT\r\n",
                    "");
            assertProblem(answer, 405, "method-not-allowed");
            assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
        }
        assertProblem(
                request("OPTIONS", "/v1/no", "Origin: http://other\r\nAccess-Control-Request-Method: PUT\r\n", ""),
                404, "not-found");
    }

    @Test
    void answersHeadWithoutABody() throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            wire.send("HEAD /v1/notes HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n"
                    + "GET /v1/notes HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token
                    + "\r\nConnection: close\r\n\r\n");
            assertThat(wire.answerWithoutBody().status()).isEqualTo(200);
            assertThat(wire.answer().body()).contains("limit");
        }
        assertThat(request("GET", "/v1/notes", "Range: bytes=0-1\r\nIf-None-Match: \"x\"\r\n", "").status())
                .isEqualTo(200);
    }

    @Test
    void tellsADefectFromItsCause() throws IOException {
        var problem = assertProblem(request("GET", "/v1/broken", "", ""), 500, "internal");
        assertThat(problem.toString()).doesNotContain("secret-host");
        assertProblem(request("GET", "/v1/down", "", ""), 503, "unavailable");
    }

    private static int made() throws IOException {
        String body = request("GET", "/v1/notes", "", "").body();
        return Integer.parseInt(body.replaceAll(".*\"made\":([0-9]+).*", "$1"));
    }

    private static Answer post(String body) throws IOException {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer post(byte[] body) throws IOException {
        return request("POST", "/v1/notes",
                "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n",
                new String(body, StandardCharsets.ISO_8859_1));
    }

    private static Answer anonymous(String method, String path) throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            return wire.send(method + " " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").answer();
        }
    }

    private static Answer request(String method, String path, String headers, String body) throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            return wire.send(
                    method + " " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n" + headers
                            + "\r\n" + body)
                    .answer();
        }
    }
}
