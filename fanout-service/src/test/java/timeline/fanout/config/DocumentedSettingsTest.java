package timeline.fanout.config;

import org.junit.jupiter.api.Test;
import timeline.testkit.settings.ServiceSettings;

class DocumentedSettingsTest {
    @Test
    void whatTheServiceTakesIsWhatTheDocumentsSay() {
        ServiceSettings.of("fanout-service").assertDocumented();
    }
}
