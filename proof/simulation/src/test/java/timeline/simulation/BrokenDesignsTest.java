package timeline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import timeline.simulation.Simulation.Result;
import timeline.simulation.storm.BrokenStorm;

/**
 * Tests the tests: every broken design is found out. Run with {@code -Dsimulation.table=write}, it writes the table that is in the
 * docs.
 */
class BrokenDesignsTest {
    private static final int MOST_SEEDS = 6_000;
    private static final Path TABLE = Path.of(System.getProperty("timeline.root", "."), "docs",
            "tests-of-the-tests.md");

    /** Seeds from 0 on, until one fails. */
    private record Catch(int seeds, String violation) {
        static Catch of(BrokenDesign broken) {
            for (int seed = 0; seed < MOST_SEEDS; seed++) {
                Result result = Simulation.run(seed, broken.workload(), broken, 0);
                if (!result.isKept()) {
                    return new Catch(seed + 1, result.violations().getFirst());
                }
            }
            return new Catch(MOST_SEEDS, "not found out");
        }

        String invariant() {
            return violation.split(":", 2)[0];
        }
    }

    @ParameterizedTest
    @MethodSource("timeline.simulation.BrokenDesign#all")
    void findsOutEveryBrokenDesign(BrokenDesign broken) {
        Catch caught = Catch.of(broken);

        assertThat(broken.breaks(caught.violation())).as("%s after %d seeds: %s", broken, caught.seeds(),
                caught.violation()).isTrue();
    }

    @Test
    void listsEveryBrokenDesignInTheDocs() throws IOException {
        if (System.getProperty("simulation.table", "").equals("write")) {
            Files.writeString(TABLE, table());
        }

        List<String> listed = Files.readAllLines(TABLE).stream().filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3))).toList();
        assertThat(listed).containsExactlyElementsOf(
                Stream.concat(BrokenDesign.all(), BrokenStorm.all().stream()).map(Object::toString).toList());
    }

    private static String table() {
        List<String> lines = new ArrayList<>();
        lines.add("# The tests are tested");
        lines.add("");
        lines.add(
                "Each line is the design with one thing wrong, run by the simulation ([ADR 0014](adr/0014-simulation.md)) from seed 0 "
                        + "on until an invariant is");
        lines.add("broken. A design that is not found out within " + MOST_SEEDS
                + " seeds fails `BrokenDesignsTest`. The table is made by");
        lines.add(
                "`mvn -pl proof/simulation -am test -Dtest=BrokenDesignsTest -Dsimulation.table=write -Dsurefire.failIfNoSpecifiedTests=false`;");
        lines.add(
                "the numbers change with every change of the code under simulation, the names are checked by a test.");
        lines.add("");
        lines.add("| broken design | what is wrong | workload | found out by | after seeds |");
        lines.add("|---|---|---|---|---|");
        for (BrokenDesign broken : BrokenDesign.all().toList()) {
            Catch caught = Catch.of(broken);
            lines.add(String.format(Locale.ROOT, "| `%s` | %s | %s | %s | %d |", broken, broken.what(),
                    broken.workload().label(), caught.invariant(), caught.seeds()));
        }
        lines.add("");
        lines.add(
                "Each line of the second table is the design of [calls](adr/0023-instances-earn-their-traffic.md) and "
                        + "[admission](adr/0025-admission-by-queueing.md)");
        lines.add(
                "with one thing wrong, run by [storms](adr/0014-simulation.md#storms) from seed 0 on until the promise "
                        + "is broken that it has to break; " + BrokenStorm.MOST_SEEDS + " seeds fail");
        lines.add("`BrokenStormsTest`.");
        lines.add("");
        lines.add("| broken design | what is wrong | found out by | after seeds |");
        lines.add("|---|---|---|---|");
        for (BrokenStorm broken : BrokenStorm.all()) {
            lines.add(String.format(Locale.ROOT, "| `%s` | %s | %s | %d |", broken, broken.what(), broken.promise(),
                    broken.seedsUntilFoundOut()));
        }
        lines.add("");
        lines.add(
                "Bad histories, written by hand and each rejected by the invariant that it breaks: the constants of `BadHistory` in");
        lines.add("[CheckerTest](../proof/history/src/test/java/timeline/history/CheckerTest.java).");
        return String.join("\n", lines) + "\n";
    }
}
