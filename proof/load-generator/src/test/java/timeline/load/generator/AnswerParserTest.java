package timeline.load.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerParserTest {
    private static final String REFUSAL = "HTTP/1.1 503 \r\ncontent-length: 53\r\nRETRY-AFTER: 2\r\nCache-Control: no-store\r\n\r\n"
            + "{\"type\":\"urn:timeline:problem:overloaded\",\"a\":\"bcde\"}";

    private final AnswerParser parser = new AnswerParser();

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Answer read(String text) throws ProtocolException {
        return parser.read(bytes(text));
    }

    @Test
    void tellsAPageFromARefusal() throws ProtocolException {
        assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{\"a\"}"))
                .isEqualTo(new Answer(200, "", false, false));
        assertThat(read(REFUSAL)).isEqualTo(new Answer(503, "overloaded", true, false));
        assertThat(read("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"))
                .isEqualTo(new Answer(204, "", false, true));
    }

    @Test
    void doesNotCareWhereAnAnswerIsCutIntoPieces() throws ProtocolException {
        for (int cut = 1; cut < REFUSAL.length(); cut++) {
            assertThat(read(REFUSAL.substring(0, cut))).as("cut at " + cut).isNull();
            assertThat(parser.isFresh()).isFalse();
            assertThat(read(REFUSAL.substring(cut))).as("cut at " + cut)
                    .isEqualTo(new Answer(503, "overloaded", true, false));
            assertThat(parser.isFresh()).isTrue();
        }
    }

    @Test
    void leavesWhatComesAfterTheAnswer() throws ProtocolException {
        ByteBuffer two = bytes(REFUSAL + REFUSAL);

        assertThat(parser.read(two)).isNotNull();
        assertThat(two.remaining()).isEqualTo(REFUSAL.length());
        assertThat(parser.read(two)).isNotNull();
    }

    @Test
    void findsTheTypeOnlyAtTheBeginOfALongBody() throws ProtocolException {
        String body = "x".repeat(70_000);

        assertThat(read("HTTP/1.1 500 \r\nContent-Length: 70000\r\n\r\n" + body))
                .isEqualTo(new Answer(500, "", false, false));
        assertThat(read(REFUSAL)).isEqualTo(new Answer(503, "overloaded", true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", "HTTP/1.0 200 OK\r\n\r\n", "HTTP/1.1 abc\r\n\r\n",
            "\r\n\r\n"})
    void doesNotGuess(String head) {
        assertThatThrownBy(() -> read(head)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void takesNoHeadWithoutEnd() {
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nA: " + "b".repeat(20_000)))
                .isInstanceOf(ProtocolException.class);
    }
}
