package timeline.follow.config;

import org.junit.jupiter.api.Test;
import timeline.testkit.settings.ServiceSettings;

class DocumentedSettingsTest {
    @Test
    void whatTheServiceTakesIsWhatTheDocumentsSay() {
        ServiceSettings.of("follow-service").assertDocumented();
    }
}
