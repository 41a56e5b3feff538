package timeline.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "42", "9223372036854775807"})
    void readsTheCanonicalForm(String text) {
        assertThat(UserId.parse(text)).hasToString(text);
        assertThat(TweetId.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00123", "-1", "+1", " 1", "1 ", "1.0", "1e3", "0x10", "٣", "9223372036854775808",
            "18446744073709551616", "99999999999999999999999"})
    void refusesEveryOtherSpelling(String text) {
        assertThatThrownBy(() -> UserId.parse(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TweetId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
