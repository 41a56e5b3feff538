package timeline.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {
    private final KnownKeys keys = new KnownKeys(List.of("# a comment", "", "timeline.http.most-in-flight *",
            "timeline.redis.nodes timeline-service fanout-service", "timeline.home"));

    @ParameterizedTest
    @ValueSource(strings = {"timeline.redis.nodes", "timeline.redis.nodes[0]", "timeline.redis.NODES"})
    void aKeyIsTakenByThoseWhoReadIt(String key) {
        assertThat(keys.isTaken(key, "fanout-service")).isTrue();
        assertThat(keys.isTaken(key, "gateway")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeline.http.most-in-flight", "timeline.http.mostInFlight",
            "timeline.http.most_in_flight"})
    void allSpellingsThatAreBoundAreOne(String key) {
        assertThat(keys.isTaken(key, "gateway")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMELINE_HTTP_MOSTINFLIGHT", "TIMELINE_HTTP_MOST_IN_FLIGHT", "TIMELINE_REDIS_NODES",
            "TIMELINE_REDIS_NODES_0", "timeline.redis.nodes", "TIMELINE_HOME"})
    void aVariableIsKnownWhenAnybodyReadsIt(String variable) {
        assertThat(keys.isKnown(variable)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMELINE_HTTP_MOST", "TIMELINE_REDIS_NODE", "timeline.http",
            "timeline.http.most-in-flight.x"})
    void whatNobodyReadsIsUnknown(String name) {
        assertThat(keys.isKnown(name)).isFalse();
        assertThat(keys.isTaken(name, "gateway")).isFalse();
    }
}
