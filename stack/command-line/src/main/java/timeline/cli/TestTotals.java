package timeline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How many tests there were, and how they ended. */
public record TestTotals(int suites, int tests, int failures, int errors, int skipped) {
    private static final TestTotals NONE = new TestTotals(0, 0, 0, 0, 0);
    private static final Set<String> REPORTS = Set.of("surefire-reports", "failsafe-reports");

    /**
     * Adds up the reports below a folder.
     *
     * @param since older reports are of an earlier run
     */
    public static TestTotals below(Path root, FileTime since) {
        TestTotals[] sum = {NONE};
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.endsWith(".git") || folder.endsWith("src") || folder.endsWith(".timeline")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isReport(file) && attributes.lastModifiedTime().compareTo(since) >= 0) {
                        sum[0] = sum[0].plus(read(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
            return sum[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException("can't look for test reports in " + root, unreadable);
        }
    }

    /** Whether tests ran, and none of them failed. */
    public boolean isGreen() {
        return tests > 0 && failures == 0 && errors == 0;
    }

    private TestTotals plus(TestTotals other) {
        return new TestTotals(suites + other.suites, tests + other.tests, failures + other.failures,
                errors + other.errors,
                skipped + other.skipped);
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return file.getNameCount() > 1 && name.startsWith("TEST-") && name.endsWith(".xml")
                && REPORTS.contains(file.getName(file.getNameCount() - 2).toString());
    }

    private static TestTotals read(Path report) {
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            xml.nextTag();
            return new TestTotals(1, number(xml, "tests"), number(xml, "failures"), number(xml, "errors"),
                    number(xml, "skipped"));
        } catch (IOException | XMLStreamException damaged) {
            throw new IllegalStateException(report + " is not a test report", damaged);
        }
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }
}
