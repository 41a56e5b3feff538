package timeline.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTest {
    @ParameterizedTest
    @ValueSource(strings = {"KILL", "kill", "SIGKILL", "sigkill"})
    void isReadAsUsersWriteIt(String text) {
        assertThat(Signal.parse(text)).isEqualTo(Signal.KILL);
    }

    @Test
    void mayBeANumber() {
        assertThat(Signal.parse("9").name()).isEqualTo("9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NOPE", "; true", "-9", "KILL TERM"})
    void thatDoesNotExistIsRefused(String text) {
        assertThatThrownBy(() -> Signal.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no signal");
    }

    @Test
    void tellsWhenNobodyReceivedIt() {
        assertThat(Signal.TERM.send(List.of())).isFalse();
        assertThat(Signal.TERM.send(List.of(999_999_999L))).isFalse();
    }
}
