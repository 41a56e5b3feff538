package timeline.drill.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.history.Action;
import timeline.history.Outcome;
import timeline.history.Recorder;

/** What users were told is kept before anybody judges it. */
class HistoryFileTest {
    @TempDir
    private Path folder;
    private long now;
    private final Recorder recorder = new Recorder(() -> now++);

    /** As far as it goes: the writer may not be through. */
    private static List<String> lines(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (GZIPInputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                text.append((char) next);
            }
        } catch (EOFException unfinished) {
            return text.toString().lines().toList();
        }
        return text.toString().lines().toList();
    }

    @Test
    void canBeReadWhileItGrows() throws IOException {
        Path file = folder.resolve("drill").resolve("history.jsonl.gz");
        try (HistoryFile history = new HistoryFile(file, recorder)) {
            var _ = recorder.record(Told.ALICE, new Action.Post("hello"), () -> new Outcome.Posted(Told.tweet(1)));
            history.keep();
            assertThat(lines(file))
                    .containsExactly("{\"begun_ns\":0,\"ended_ns\":1,\"user\":\"1\",\"does\":\"post\","
                            + "\"text\":\"hello\",\"told\":\"posted\",\"tweet\":\"" + Told.tweet(1) + "\"}");

            var _ = recorder.record(Told.BOB, new Action.ReadHead(20),
                    () -> new Outcome.Seen(List.of(Told.seen(1)), Set.of("cache"), true));
            var _ = recorder.record(Told.BOB, new Action.Follow(Told.ALICE), () -> new Outcome.Refused(503));
            history.keep();
        }

        assertThat(lines(file)).hasSize(3).element(1).asString().contains("\"does\":\"read\",\"limit\":20,"
                + "\"told\":\"seen\",\"more\":true,\"degraded\":[\"cache\"],\"tweets\":[\"" + Told.tweet(1) + "\"]");
    }
}
