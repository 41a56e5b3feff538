package timeline.tweet.config;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class ModerationSettingsTest {
    private final SettingsContract<ModerationSettings> contract = SettingsContract.of(ModerationSettings.class);

    @Test
    void withoutWordsEverythingIsAllowed() {
        contract.hasDefaults(new ModerationSettings(List.of()));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(Map.of("words", "spam,scam"), new ModerationSettings(List.of("spam", "scam")));
    }

    @Test
    void refusesWhatNoTextIsSplitInto() {
        contract.refuses("words", "two words", "half-hearted", "c++");
    }
}
