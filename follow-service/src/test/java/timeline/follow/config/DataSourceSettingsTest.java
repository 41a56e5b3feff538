package timeline.follow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class DataSourceSettingsTest {
    private static final String URL = "jdbc:postgresql://db/timeline";

    private final SettingsContract<DataSourceSettings> contract = SettingsContract.of(DataSourceSettings.class,
            Map.of("url", URL));

    @Test
    void hasDefaults() {
        contract.hasDefaults(new DataSourceSettings(URL, "timeline", ""));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(Map.of("url", "jdbc:postgresql://other/db", "username", "u", "password", "p"),
                new DataSourceSettings("jdbc:postgresql://other/db", "u", "p"));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("url", "", "jdbc:mysql://db", "postgresql://db").refuses("username", " ");
    }

    @Test
    void keepsThePasswordOutOfItsText() {
        assertThat(new DataSourceSettings(URL, "u", "geheim").toString()).doesNotContain("geheim");
    }
}
