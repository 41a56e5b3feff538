package timeline.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.local.Component;
import timeline.local.Settings;
import timeline.local.Settings.Compiler;

class ServiceConfigurationTest {
    private static final StackFolder FOLDER = new StackFolder(Path.of("/repository"), Path.of("/repository/.timeline"));

    @Test
    void theDefaultPortsAreThoseOfTheDocs() {
        assertThat(layout(Settings.DEFAULT)).extracting(Component::name, Component::port).contains(
                tuple("gateway", 8080), tuple("tweet-service", 8081),
                tuple("timeline-service", 8082),
                tuple("fanout-service", 8083),
                tuple("follow-service", 8084),
                tuple("redis-6", 17006), tuple("kafka", 19092),
                tuple("cassandra", 19042), tuple("postgres", 15432))
                .hasSize(14);
    }

    @Test
    void secondInstancesHaveTheSameKindAndListenTenHigher() {
        List<Component> all = layout(new Settings(true, OptionalLong.empty(), 0, Map.of()));

        assertThat(all).hasSize(19);
        assertThat(all).filteredOn(component -> component.name().equals("tweet-service-2")).singleElement()
                .satisfies(second -> {
                    assertThat(second.kind()).isEqualTo("tweet-service");
                    assertThat(second.port()).isEqualTo(8091);
                    assertThat(second.managementPort()).hasValue(9091);
                });
    }

    @Test
    void anOffsetMovesAllPortsAndAPortMovesOne() {
        List<Component> all = layout(new Settings(false, OptionalLong.empty(), 300, Map.of("kafka", 5000)));

        assertThat(all).filteredOn(component -> component.name().equals("gateway")).first()
                .satisfies(gateway -> assertThat(gateway.port()).isEqualTo(8380));
        assertThat(all).filteredOn(component -> component.name().equals("kafka")).first()
                .satisfies(kafka -> assertThat(kafka.port()).isEqualTo(5000));
    }

    @Test
    void aServiceKnowsBothInstancesOfTheOthers() {
        Map<String, String> environment = environment(new Settings(true, OptionalLong.empty(), 0, Map.of()),
                "gateway-2");

        assertThat(environment).containsEntry("SERVER_PORT", "8090").containsEntry("MANAGEMENT_SERVER_PORT", "9090")
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("TIMELINE_TWEET_SERVICE_URLS", "http://127.0.0.1:8081,http://127.0.0.1:8091")
                .containsEntry("TIMELINE_SECRETS", "/repository/.timeline/secrets/shares/gateway")
                .containsEntry("SPRING_CONFIG_IMPORT", "optional:configtree:secrets/shares/gateway/config/");
    }

    @Test
    void aServiceKnowsTheStores() {
        assertThat(environment(Settings.DEFAULT, "fanout-service"))
                .containsEntry("TIMELINE_CASSANDRA_CONTACT_POINTS", "127.0.0.1:19042")
                .containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092")
                .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:15432/timeline")
                .hasEntrySatisfying("TIMELINE_REDIS_NODES", nodes -> assertThat(nodes.split(",", -1)).hasSize(6));
    }

    /** A service refuses to start with a variable that no service knows. */
    @Test
    void aServiceIsToldNoAddressThatNobodyAsksFor() {
        assertThat(environment(Settings.DEFAULT, "gateway").keySet()).filteredOn(key -> key.endsWith("_URLS"))
                .containsExactlyInAnyOrder("TIMELINE_TWEET_SERVICE_URLS", "TIMELINE_TIMELINE_SERVICE_URLS",
                        "TIMELINE_FOLLOW_SERVICE_URLS");
    }

    @Test
    void aServiceBoundsItsLogItself() {
        ServiceBlueprint gateway = Layout.of(Settings.DEFAULT, FOLDER).stream()
                .filter(blueprint -> blueprint.name().equals("gateway")).map(ServiceBlueprint.class::cast).findFirst()
                .orElseThrow();

        assertThat(gateway.directory().resolve(gateway.variables().getOrDefault("LOGGING_FILE_NAME", "")))
                .isEqualTo(gateway.log());
        assertThat(gateway.variables()).containsAllEntriesOf(gateway.environment())
                .containsKeys("LOGGING_LOGBACK_ROLLINGPOLICY_MAX_FILE_SIZE",
                        "LOGGING_LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP")
                .containsEntry("LOGGING_THRESHOLD_CONSOLE", "off");
    }

    private static List<Component> layout(Settings settings) {
        return Layout.of(settings, FOLDER).stream().map(Blueprint::component).toList();
    }

    private static Map<String, String> environment(Settings settings, String name) {
        return Layout.of(settings, FOLDER).stream().filter(blueprint -> blueprint.name().equals(name))
                .map(ServiceBlueprint.class::cast).findFirst().orElseThrow().environment();
    }

    @Test
    void settingsAreRememberedAsTheyWere(@TempDir Path folder) {
        SettingsFile file = new SettingsFile(folder.resolve("stack.json"));
        Settings settings = new Settings(true, OptionalLong.empty(), 7, Map.of("kafka", 5000), Compiler.FULL);

        assertThat(file.read()).isEmpty();
        file.write(new SettingsFile.Remembered(settings, true));

        assertThat(file.read()).contains(new SettingsFile.Remembered(settings, true));
    }
}
