package timeline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import timeline.simulation.Simulation.Result;

/**
 * Tests the tests: every broken design is found out. Run with {@code -Dsimulation.table=write}, it writes the table that is in the
 * docs.
 */
class BrokenDesignsTest {
    private static final int MOST_SEEDS = 3_000;
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
        assertThat(listed).containsExactlyElementsOf(BrokenDesign.all().map(BrokenDesign::toString).toList());
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
                "Bad histories, written by hand and each rejected by the invariant that it breaks: the constants of `BadHistory` in");
        lines.add("[CheckerTest](../proof/history/src/test/java/timeline/history/CheckerTest.java).");
        return String.join("\n", lines) + "\n";
    }
}
