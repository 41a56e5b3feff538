package timeline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How many tests there were, and how they ended.
 *
 * @param failed those that failed or broke, also when they were tried again
 * @param flaky those that failed and passed when they were tried again; they count as passed
 */
public record TestTotals(int suites, int tests, int skipped, List<TestMishap> failed, List<TestMishap> flaky) {
    private static final Set<String> REPORTS = Set.of("surefire-reports", "failsafe-reports");

    public TestTotals {
        failed = List.copyOf(failed);
        flaky = List.copyOf(flaky);
    }

    /**
     * Adds up the reports below a folder.
     *
     * @param since older reports are of an earlier run
     */
    public static TestTotals below(Path root, FileTime since) {
        List<TestReport> reports = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    // The root itself may have any name.
                    return !folder.equals(root)
                            && (folder.endsWith(".git") || folder.endsWith("src") || folder.endsWith(".timeline"))
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isReport(file) && attributes.lastModifiedTime().compareTo(since) >= 0) {
                        reports.add(TestReport.read(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("can't look for test reports in " + root, unreadable);
        }
        return new TestTotals(reports.size(), reports.stream().mapToInt(TestReport::tests).sum(),
                reports.stream().mapToInt(TestReport::skipped).sum(),
                reports.stream().flatMap(report -> report.failed().stream()).toList(),
                reports.stream().flatMap(report -> report.flaky().stream()).toList());
    }

    /** Whether tests ran, and none of them failed. */
    public boolean isGreen() {
        return tests > 0 && failed.isEmpty();
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return file.getNameCount() > 1 && name.startsWith("TEST-") && name.endsWith(".xml")
                && REPORTS.contains(file.getName(file.getNameCount() - 2).toString());
    }
}
