package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreChoiceTest {
    private final List<String> said = new ArrayList<>();
    private final StoreBackend working = new Named("working", Optional.empty());
    private final StoreBackend broken = new Named("broken", Optional.of("no engine answers"));
    private final StoreBackend last = new Named("last", Optional.empty());
    private final List<StoreBackend> all = List.of(broken, working, last);

    @Test
    void takesTheFirstThatWorksAndSaysWhyNotAnEarlierOne() {
        assertThat(StoreChoice.among(all, "", said::add)).isSameAs(working);
        assertThat(said).singleElement().asString().contains("working", "no broken: no engine answers",
                "-Dtimeline.stores=broken|working|last");
    }

    @Test
    void takesWhatIsAskedFor() {
        assertThat(StoreChoice.among(all, "last", said::add)).isSameAs(last);
        assertThat(said).singleElement().asString().contains("last", "as asked for");
    }

    @Test
    void neverTakesAnotherThanWhatIsAskedFor() {
        assertThatThrownBy(() -> StoreChoice.among(all, "broken", said::add)).hasMessageContaining("no engine answers");
        assertThatThrownBy(() -> StoreChoice.among(all, "misspelt", said::add)).hasMessageContaining("misspelt")
                .hasMessageContaining("broken|working|last");
    }

    private record Named(String name, Optional<String> obstacle) implements StoreBackend {
        @Override
        public StoreNode startPostgres() {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public List<StoreNode> startRedisNodes() {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public StoreNode startKafka() {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public StoreNode startCassandra() {
            throw new UnsupportedOperationException(name);
        }
    }
}
