package timeline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A log that somebody else writes, and now and then puts aside to begin a new one. Lines are handed out once they are complete. */
final class GrowingLog {
    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long position;
    private @Nullable Object file;

    GrowingLog(Path path) {
        this.path = path;
    }

    /** Hands out what has been added since the last time; all of it at first. */
    void read(Consumer<String> lines) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            // A start, or a full file, begins a new one: shorter, or another file under the same name.
            Object now = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            if (channel.size() < position || (file != null && now != null && !file.equals(now))) {
                position = 0;
                flush(lines);
            }
            file = now;
            channel.position(position);
            ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
            while (channel.read(bytes.clear()) >= 0) {
                position += bytes.flip().remaining();
                while (bytes.hasRemaining()) {
                    byte next = bytes.get();
                    if (next == '\n') {
                        lines.accept(text());
                    } else {
                        line.write(next);
                    }
                }
            }
        } catch (NoSuchFileException justPutAside) {
            // The new one comes in a moment.
        }
    }

    /** Hands out an incomplete last line: nobody goes on with it. */
    void flush(Consumer<String> lines) {
        if (line.size() > 0) {
            lines.accept(text());
        }
    }

    private String text() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return text;
    }
}
