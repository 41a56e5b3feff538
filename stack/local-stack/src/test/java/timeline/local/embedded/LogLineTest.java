package timeline.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void aStructuredLineIsReducedToItsLevelAndMessage() {
        assertThat(
                LogLine.readable("{\"@timestamp\":\"x\",\"log\":{\"level\":\"ERROR\"},\"message\":\"\\n\\nno disk\"}"))
                .isEqualTo("ERROR no disk");
        assertThat(LogLine.readable(
                "{\"log\":{\"level\":\"WARN\"},\"message\":\"failed\",\"error\":{\"message\":\"refused\"}}"))
                .isEqualTo("WARN failed: refused");
    }

    @Test
    void anyOtherLineStaysAsItIs() {
        assertThat(LogLine.readable("panic: out of cheese")).isEqualTo("panic: out of cheese");
        assertThat(LogLine.readable("{\"log\":")).isEqualTo("{\"log\":");
    }

    @Test
    void aLongLineIsShortened() {
        assertThat(LogLine.readable("x".repeat(10_000))).hasSize(600).endsWith("…");
    }
}
