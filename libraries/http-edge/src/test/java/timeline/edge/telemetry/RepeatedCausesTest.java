package timeline.edge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RepeatedCausesTest {
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger driver = context.getLogger("a.driver");
    private final Logger reports = context.getLogger(RepeatedCauses.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private long now = Long.MAX_VALUE - 1;
    private final RepeatedCauses filter = new RepeatedCauses(() -> now);

    @BeforeEach
    void listen() {
        logged.start();
        driver.setLevel(Level.INFO);
        for (Logger logger : List.of(driver, reports)) {
            logger.addAppender(logged);
            logger.setAdditive(false);
        }
        context.addTurboFilter(filter);
    }

    @AfterEach
    void stopListening() {
        context.getTurboFilterList().remove(filter);
        for (Logger logger : List.of(driver, reports)) {
            logger.detachAppender(logged);
            logger.setAdditive(true);
        }
    }

    private List<String> lines() {
        return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private void lose(int node) {
        driver.warn("Unable to connect to 127.0.0.1:" + node, new IOException("refused " + node));
    }

    @Test
    void letsOneLineAMinuteThroughForEachCauseAndCountsTheOthers() {
        for (int second = 0; second < 120; second++) {
            lose(17_001 + second % 6);
            pass(Duration.ofSeconds(1));
        }
        filter.close();

        assertThat(lines()).hasSize(4);
        assertThat(lines().get(0)).isEqualTo("Unable to connect to 127.0.0.1:17001");
        assertThat(lines().get(1))
                .startsWith("59 more like this of a.driver were left out: Unable to connect to #.#.#.#:#")
                .contains("java.io.IOException at " + RepeatedCausesTest.class.getName());
        assertThat(lines().get(2)).startsWith("Unable to connect");
        assertThat(lines().get(3)).startsWith("59 more like this");
    }

    @Test
    void tellsWhatWasLeftOutWhenAnythingIsLoggedAMinuteLater() {
        lose(1);
        lose(1);
        pass(Duration.ofSeconds(60));
        driver.info("all is well");

        assertThat(lines()).hasSize(3).last().isEqualTo("all is well");
        assertThat(lines().get(1)).startsWith("1 more like this");
    }

    @Test
    void tellsDifferentCausesApart() {
        driver.error("failed", new IOException("a"));
        driver.error("failed", new IllegalStateException("a"));
        driver.error("failed", new IOException("a", new InterruptedException()));
        driver.error("failed");
        driver.error("failed otherwise");

        assertThat(lines()).hasSize(5);
    }

    @Test
    void looksAtAnExceptionThatIsAnArgument() {
        driver.warn("{} failed", 1, new IOException("a"));
        driver.warn("{} failed", 2, new IllegalStateException("a"));

        assertThat(lines()).containsExactly("1 failed", "2 failed");
    }

    @Test
    void leavesRemarksAndWhatIsOffAlone() {
        driver.info("again");
        driver.info("again");
        driver.setLevel(Level.ERROR);
        driver.warn("off");
        driver.warn("off");
        driver.setLevel(Level.WARN);
        driver.warn("off");

        assertThat(lines()).containsExactly("again", "again", "off");
    }

    @Test
    void remembersABoundedNumberOfCauses() {
        for (int cause = 0; cause < 2_000; cause++) {
            String letters = Integer.toString(cause, 10).chars().mapToObj(digit -> String.valueOf((char) (digit + 50)))
                    .collect(java.util.stream.Collectors.joining());
            driver.warn("cause " + letters);
        }
        assertThat(lines()).hasSize(2_000);

        pass(Duration.ofMinutes(1));
        driver.warn("cause a");
        driver.warn("cause a");
        assertThat(lines()).hasSize(2_001);
    }
}
