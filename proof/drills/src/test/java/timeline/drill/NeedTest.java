package timeline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.drill.Drills.Choice;
import timeline.drill.stack.FakeTarget;

/** What a stack lacks is said, with what to do about it. */
class NeedTest {
    private final FakeTarget target = new FakeTarget();

    @Test
    void aStackThatHasAllOfItLacksNothing() {
        assertThat(Need.values()).allSatisfy(need -> assertThat(need.lack(target)).isEmpty());
    }

    @Test
    void aServiceOfWhichThereIsOneIsNamed() {
        FakeTarget single = new FakeTarget() {
            @Override
            public List<String> instances(String service) {
                return service.equals("gateway") ? List.of(service) : super.instances(service);
            }
        };

        assertThat(Need.TWO_OF_EACH_SERVICE.lack(single))
                .hasValue("two of each service (start two), and there is only one gateway");
    }

    @Test
    void aStoreOfWhichThereAreTooFewIsNamed() {
        FakeTarget one = new FakeTarget() {
            @Override
            public List<String> instances(String kind) {
                return kind.equals("kafka") ? List.of(kind) : super.instances(kind);
            }
        };

        assertThat(Need.THREE_OF_EACH_STORE.lack(one)).hasValueSatisfying(
                lack -> assertThat(lack).endsWith("COMPOSE_ENV_FILES=docker/ha3.env), and there are fewer of kafka"));
    }

    @Test
    void linksThatStayWholeSayWhy() {
        target.wholeLinks = "it takes root";

        assertThat(Need.LINKS.lack(target)).hasValue("links that can be broken: it takes root");
    }

    @Test
    void whateverIsCutNeedsLinksThatCanBeCut() {
        List<String> cut = Drills.all(Choice.USUAL).stream().filter(drill -> drill.needs().contains(Need.LINKS))
                .map(Drill::name).toList();

        assertThat(cut).containsExactlyInAnyOrder("redis-cut-off", "redis-lossy", "kafka-cut-off", "cassandra-cut-off",
                "cassandra-lossy", "postgres-cut-off", "instance-cut-off", "node-of-three");
    }
}
