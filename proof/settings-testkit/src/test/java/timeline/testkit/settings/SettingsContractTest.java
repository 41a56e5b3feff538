package timeline.testkit.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;

/** The contract notices what is wrong with a record, or with its test. */
class SettingsContractTest {
    private final SettingsContract<Sample> contract = SettingsContract.of(Sample.class);

    @Test
    void noticesAnotherDefault() {
        contract.hasDefaults(new Sample(1, 2));

        assertThatThrownBy(() -> contract.hasDefaults(new Sample(1, 3))).isInstanceOf(AssertionError.class);
    }

    @Test
    void noticesAKeyThatIsNotTried() {
        contract.readsEveryKey(Map.of("first-number", "3", "second", "4"), new Sample(3, 4));

        assertThatThrownBy(() -> contract.readsEveryKey(Map.of("second", "4"), new Sample(1, 4)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> contract.readsEveryKey(Map.of("firstNumber", "3", "second", "4"), new Sample(3, 4)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void noticesAKeyThatIsTriedWithItsDefaultOnly() {
        assertThatThrownBy(
                () -> contract.readsEveryKey(Map.of("first-number", "1", "second", "4"), new Sample(1, 4)))
                .isInstanceOf(AssertionError.class).hasMessageContaining("sample.first-number");
    }

    @Test
    void noticesABadValueThatIsTakenAndARefusalThatDoesNotSayWhy() {
        contract.refuses("first-number", "0", "x");

        assertThatThrownBy(() -> contract.refuses("first-number", "5")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> contract.refuses("second", "0")).isInstanceOf(AssertionError.class);
    }

    @ConfigurationProperties("sample")
    record Sample(@DefaultValue("1") int firstNumber, @DefaultValue("2") int second) {
        Sample {
            SettingRules.under("sample").between("first-number", firstNumber, 1, 10);
            if (second < 1) {
                throw new IllegalArgumentException("nonsense");
            }
        }
    }
}
