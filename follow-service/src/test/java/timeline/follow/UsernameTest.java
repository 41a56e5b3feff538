package timeline.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "0", "ada_lovelace_18", "999999999999999"})
    void takesOneToFifteenLowerCaseLettersDigitsAndUnderscores(String name) {
        assertThat(new Username(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Ada", "a b", "a-b", "a.b", "ada\n", "\u0131", "\u00e4", "\uff41",
            "sixteen_letters_"})
    void refusesEverythingElse(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Username(name));
    }
}
