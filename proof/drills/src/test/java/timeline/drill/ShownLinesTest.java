package timeline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import timeline.drill.disturbance.Disturbance.Effect;
import timeline.drill.disturbance.Disturbance.Figure;
import timeline.drill.disturbance.Disturbance.Limit;
import timeline.drill.disturbance.Disturbance.Shown;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a drill showed is told with what was wanted of it. */
class ShownLinesTest {
    private static String json(Shown shown) {
        ObjectNode node = new JsonMapper().createObjectNode();
        ShownLines.into(node, shown);
        return node.toString();
    }

    @Test
    void tellsWhatWasReachedAndWhatWasWanted() {
        Effect effect = new Effect("nodes frozen", 1, 2);

        assertThat(ShownLines.text(effect)).isEqualTo("nodes frozen: 1 of 2");
        assertThat(json(effect)).isEqualTo("{\"what\":\"nodes frozen\",\"reached\":1,\"wanted\":2}");
    }

    @Test
    void saysWhenALimitIsBroken() {
        assertThat(ShownLines.text(new Limit("p99", 12.34, 20, "ms"))).isEqualTo("p99: 12.3 ms (at most 20 ms)");
        assertThat(ShownLines.text(new Limit("p99", 21, 20, "ms"))).endsWith("TOO MUCH");
    }

    @Test
    void whatHasNoEndIsNoNumber() {
        Limit limit = new Limit("good again", Double.POSITIVE_INFINITY, 10, "s");

        assertThat(limit.isAsWanted()).isFalse();
        assertThat(ShownLines.text(limit)).contains("without end (at most 10 s)");
        assertThat(json(limit)).contains("\"measured\":null");
        assertThat(json(new Figure("p99 before", Double.POSITIVE_INFINITY, "ms"))).contains("\"measured\":null");
    }
}
