package timeline.tweet.config;

import org.junit.jupiter.api.Test;
import timeline.testkit.settings.ServiceSettings;

class DocumentedSettingsTest {
    @Test
    void whatTheServiceTakesIsWhatTheDocumentsSay() {
        ServiceSettings.of("tweet-service").assertDocumented();
    }
}
