package timeline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One {@code TEST-*.xml}, which Surefire and Failsafe write for each test class. Read by the JDK's own parser: Surefire's
 * {@code surefire-report-parser} is not published for the version that writes these, brings Maven libraries that are retired, and its
 * totals of a class count a flaky test as a failed one.
 */
record TestReport(int tests, int skipped, List<TestMishap> failed, List<TestMishap> flaky) {
    /** @throws IllegalStateException when it is no such report */
    static TestReport read(Path report) {
        try (InputStream in = Files.newInputStream(report)) {
            return read(XMLInputFactory.newDefaultFactory().createXMLStreamReader(in));
        } catch (IOException | XMLStreamException damaged) {
            throw new IllegalStateException(report + " is not a test report", damaged);
        }
    }

    private static TestReport read(XMLStreamReader xml) throws XMLStreamException {
        int tests = 0;
        int skipped = 0;
        List<TestMishap> failed = new ArrayList<>();
        List<TestMishap> flaky = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("testcase")) {
                continue;
            }
            tests++;
            switch (testCase(xml)) {
                case Ending(String kind, TestMishap mishap) when kind.equals("failure") || kind.equals("error") ->
                    failed.add(mishap);
                case Ending(String kind, TestMishap mishap) when kind.startsWith("flaky") -> flaky.add(mishap);
                case Ending(String kind, _) when kind.equals("skipped") -> skipped++;
                case Ending _ -> {
                }
            }
        }
        return new TestReport(tests, skipped, failed, flaky);
    }

    private record Ending(String kind, TestMishap mishap) {}

    /** How the test ended: by its first element that says so; a test that passed at once has none. */
    private static Ending testCase(XMLStreamReader xml) throws XMLStreamException {
        String test = attribute(xml, "classname") + "." + attribute(xml, "name");
        Ending ending = new Ending("passed", new TestMishap(test, ""));
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String kind = xml.getLocalName();
                if (depth == 1 && ending.kind().equals("passed") && !kind.startsWith("system-")) {
                    ending = new Ending(kind, new TestMishap(test, attribute(xml, "message")));
                }
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return ending;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        @Nullable
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
