package timeline.drill.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import timeline.history.Action;
import timeline.history.Operation;
import timeline.history.Outcome;
import timeline.history.Recorder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a history is kept: a line of JSON for each call, in the order in which they ended, compressed. It is written before anybody judges it, so that
 * it can be looked into whatever becomes of the judgement.
 */
public final class HistoryFile implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Recorder recorder;
    private final BufferedWriter lines;
    private int written;

    /** @param file made anew, with its folder */
    public HistoryFile(Path file, Recorder recorder) {
        this.recorder = recorder;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // So that what was flushed can be read, whatever becomes of this process.
            GZIPOutputStream compressed = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16, true);
            this.lines = new BufferedWriter(new OutputStreamWriter(compressed, StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException("the history can't be kept in " + file, failed);
        }
    }

    /** Writes what has been recorded since the last time; returns when the operating system has it. */
    public void keep() {
        try {
            for (Operation operation : recorder.since(written)) {
                lines.write(line(operation));
                lines.write('\n');
                written++;
            }
            lines.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException("the history can't be kept", failed);
        }
    }

    /** One call, with its answer; of the tweets that it showed the ids. */
    static String line(Operation operation) {
        ObjectNode node = JSON.createObjectNode().put("begun_ns", operation.invokedNanos())
                .put("ended_ns", operation.endedNanos()).put("user", operation.user().toString());
        switch (operation.action()) {
            case Action.Post(String text) -> node.put("does", "post").put("text", text);
            case Action.Delete(var tweet) -> node.put("does", "delete").put("tweet", tweet.toString());
            case Action.Follow(var author) -> node.put("does", "follow").put("author", author.toString());
            case Action.Unfollow(var author) -> node.put("does", "unfollow").put("author", author.toString());
            case Action.ReadHead(int limit) -> node.put("does", "read").put("limit", limit);
            case Action.Scroll(int limit) -> node.put("does", "scroll").put("limit", limit);
        }
        switch (operation.outcome()) {
            case Outcome.Done() -> node.put("told", "done");
            case Outcome.Posted(var tweet) -> node.put("told", "posted").put("tweet", tweet.toString());
            case Outcome.Refused(int status) -> node.put("told", "refused").put("status", status);
            case Outcome.Unknown(String reason) -> node.put("told", "nothing").put("reason", reason);
            case Outcome.Seen seen -> {
                node.put("told", "seen").put("more", seen.more());
                ArrayNode degraded = node.putArray("degraded");
                seen.degraded().stream().sorted().forEach(degraded::add);
                ArrayNode tweets = node.putArray("tweets");
                seen.tweets().forEach(tweet -> tweets.add(tweet.tweet().toString()));
            }
        }
        return node.toString();
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the history can't be kept", failed);
        }
    }
}
