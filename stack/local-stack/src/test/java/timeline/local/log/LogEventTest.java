package timeline.local.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LogEventTest {
    private static final String STRUCTURED = """
            {"@timestamp":"2026-11-29T21:00:00.123456Z","log":{"level":"WARN","logger":"a.B"},"process":{"pid":1},\
            "service":{"name":"gateway"},"message":"it failed"%s}""";

    @Test
    void showsTimeLevelLoggerAndMessage() {
        assertThat(LogEvent.readable(STRUCTURED.formatted(""), ZoneOffset.UTC))
                .containsExactly("2026-11-29 21:00:00.123 WARN  a.B  it failed");
    }

    @Test
    void showsTheTimeOfThePlace() {
        assertThat(LogEvent.readable(STRUCTURED.formatted(""), ZoneId.of("Asia/Tokyo"))).first().asString()
                .startsWith("2026-11-30 06:00:00.123");
    }

    @Test
    void showsTheBeginningOfAStackTrace() {
        String error = ",\"error\":{\"type\":\"X\",\"message\":\"no\",\"stack_trace\":\"java.X: no\\n\\tat a\\n\\tat b\\n\\tat c\"}";

        assertThat(LogEvent.readable(STRUCTURED.formatted(error), ZoneOffset.UTC)).hasSize(3)
                .endsWith("    java.X: no", "    at a");
    }

    @Test
    void leavesPlainAndDamagedLinesAsTheyAre() {
        for (String line : new String[]{"WARN  something", "", "{\"log\":", "{}", "{\"a\":1}", "[]"}) {
            assertThat(LogEvent.readable(line, ZoneOffset.UTC)).containsExactly(line);
        }
    }

    @Test
    void keepsAStrangeTime() {
        assertThat(LogEvent.readable("{\"@timestamp\":\"soon\",\"message\":\"x\"}", ZoneOffset.UTC)).first().asString()
                .startsWith("soon ").endsWith("x");
    }
}
