package timeline.drill.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.client.TimelineClient;
import timeline.drill.stack.DrillException;
import timeline.history.Recorder;

class WorkloadTest {
    private static final Load DELETES = new Load(0, 0, 100, 0);

    private final TimelineClient nowhere = new TimelineClient(URI.create("http://127.0.0.1:1"), Clock.systemUTC());
    private final Crowd crowd = new Crowd(nowhere, new Calls(new Recorder(System::nanoTime), "w"), List.of(), List.of(),
            List.of());

    @AfterEach
    void close() {
        nowhere.close();
    }

    @Test
    void goesOnAfterADefectAndTellsOfItInTheEnd() throws InterruptedException {
        CountDownLatch choices = new CountDownLatch(3);
        RandomGenerator broken = () -> {
            choices.countDown();
            throw new IllegalStateException("a defect");
        };

        Workload workload = Workload.start(crowd, DELETES, broken);

        assertThat(choices.await(10, TimeUnit.SECONDS)).as("others are made").isTrue();
        assertThatThrownBy(workload::close).isInstanceOf(DrillException.class).cause().hasMessage("a defect");
    }

    @Test
    void endsInPeaceWhenAllWentWell() throws InterruptedException {
        CountDownLatch choices = new CountDownLatch(3);
        RandomGenerator lots = () -> {
            choices.countDown();
            return 7;
        };

        Workload workload = Workload.start(crowd, DELETES, lots);

        assertThat(choices.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatCode(workload::close).doesNotThrowAnyException();
    }
}
