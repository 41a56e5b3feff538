package timeline.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ConnectionWatchTest {
    private final List<String> seen = new ArrayList<>();
    private final AtomicInteger round = new AtomicInteger();

    @Test
    void aConnectionThatFailsHidesNoneAndIsLookedAtAgain() {
        watch(2, () -> List.of("recycled", "late"), connection -> {
            if (connection.equals("recycled")) {
                throw new IllegalStateException("its request is gone");
            }
        });

        assertThat(seen).containsExactly("recycled", "late", "recycled", "late");
    }

    @Test
    void survivesAnError() {
        watch(2, () -> List.of("deep"), connection -> {
            throw new StackOverflowError();
        });

        assertThat(seen).containsExactly("deep", "deep");
    }

    @Test
    void goesOnWhenTheConnectionsCannotBeListed() {
        watch(2, () -> {
            if (round.get() == 1) {
                throw new IllegalStateException("the endpoint is being bound");
            }
            return List.of("late");
        }, connection -> {});

        assertThat(seen).containsExactly("late");
    }

    @Test
    void endsWhenItIsInterrupted() {
        new ConnectionWatch<>(() -> {
            throw new InterruptedException();
        }, () -> List.of("late"), seen::add).run();

        assertThat(Thread.interrupted()).as("handed on").isTrue();
        assertThat(seen).isEmpty();
    }

    private void watch(int rounds, Supplier<List<String>> connections, Consumer<String> look) {
        new ConnectionWatch<>(() -> round.incrementAndGet() <= rounds, connections, connection -> {
            seen.add(connection);
            look.accept(connection);
        }).run();
    }
}
