package timeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRulesTest {
    private final SettingRules rules = SettingRules.under("timeline.http");

    @Test
    void bothBoundsAreAllowed() {
        rules.between("n", 1, 1, 3).between("n", 3, 1, 3).upTo("d", Duration.ofMillis(1), Duration.ofSeconds(2)).upTo(
                "d",
                Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "-1", "9223372036854775807"})
    void refusesANumberOutsideItsBoundsAndNamesKeyBoundsAndValue(long value) {
        assertThatExceptionOfType(BadSettingException.class).isThrownBy(() -> rules.between("most", value, 1, 3))
                .withMessage("timeline.http.most must be 1 to 3, not " + value);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,0s", "PT2.001S,2001ms", "PT-1S,-1s", "PT1H,60m"})
    void refusesADurationOutsideItsBoundsAndWritesItAsSettingsDo(Duration value, String shown) {
        assertThatExceptionOfType(BadSettingException.class)
                .isThrownBy(() -> rules.upTo("budget", value, Duration.ofSeconds(2)))
                .withMessage("timeline.http.budget must be 1ms to 2s, not " + shown);
    }

    @Test
    void refusesWhatIsBlank() {
        assertThatExceptionOfType(BadSettingException.class).isThrownBy(() -> rules.notBlank("issuer", " "))
                .withMessage("timeline.http.issuer must be more than white space, not \" \"");
    }

    @Test
    void writesDurationsExactly() {
        assertThat(SettingRules.text(Duration.ofNanos(1500))).isEqualTo("PT0.0000015S");
        assertThat(SettingRules.text(Duration.ofSeconds(90))).isEqualTo("90s");
    }
}
