package timeline.load.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LabTableTest {
    private static final LabPoint ALL_PUSHED = new LabPoint(Long.MAX_VALUE, 201, 20_970, 47, 1_062, 801, 16.7, 966.84,
            13_100_000, 6.17, 16.55);
    private static final LabPoint NOTHING_POSTED = new LabPoint(0, 0, 0, 40, 67, 800, 11.6, 47.4, 14_700_000, 3.94,
            12.75);

    @Test
    void aRowOfTheTableStandsBelowItsHeads() {
        List<String> lines = LabTable.text(List.of(ALL_PUSHED, NOTHING_POSTED));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("threshold  posts  deliveries  per post  fresh p50/p99 ms");
        assertThat(lines.get(1).strip().split("[ /]+")).containsExactly("inf", "201", "20970", "104.3", "47", "1062",
                "16.7",
                "966.8", "13.1", "6.17", "16.55");
        assertThat(lines.get(2).strip().split("[ /]+")).containsExactly("0", "0", "0", "0.0", "40", "67", "11.6",
                "47.4",
                "14.7", "3.94", "12.75");
        assertThat(lines.stream().map(String::length).distinct()).as("columns stand below each other").hasSize(1);
    }

    @Test
    void programsGetEveryFigureUnrounded() {
        JsonNode points = new JsonMapper().readTree(LabTable.json(List.of(ALL_PUSHED, NOTHING_POSTED)));

        assertThat(points).hasSize(2);
        JsonNode first = points.get(0);
        assertThat(first.path("threshold").asString()).isEqualTo("inf");
        assertThat(first.path("posts").asLong()).isEqualTo(201);
        assertThat(first.path("deliveries").asLong()).isEqualTo(20_970);
        assertThat(first.path("write_amplification").asDouble()).isEqualTo(20_970 / 201.0);
        assertThat(first.path("freshness_p50_ms").asDouble()).isEqualTo(47);
        assertThat(first.path("freshness_p99_ms").asDouble()).isEqualTo(1_062);
        assertThat(first.path("reads").asLong()).isEqualTo(801);
        assertThat(first.path("timeline_p50_ms").asDouble()).isEqualTo(16.7);
        assertThat(first.path("timeline_p99_ms").asDouble()).isEqualTo(966.84);
        assertThat(first.path("redis_bytes").asLong()).isEqualTo(13_100_000);
        assertThat(first.path("writer_cpu_s").asDouble()).isEqualTo(6.17);
        assertThat(first.path("reader_cpu_s").asDouble()).isEqualTo(16.55);
        assertThat(points.get(1).path("write_amplification").asDouble()).as("nothing by nothing").isZero();
    }
}
