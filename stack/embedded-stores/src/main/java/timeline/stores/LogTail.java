package timeline.stores;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log that may be large. */
public final class LogTail {
    private static final int BYTES = 16 * 1024;

    private LogTail() {
    }

    /** At most {@code lines} lines, oldest first, of the last 16 KiB. */
    public static List<String> of(Path log, int lines) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(log)) {
            file.position(Math.max(0, file.size() - BYTES));
            ByteBuffer bytes = ByteBuffer.allocate(BYTES);
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                // Until the end, as it was when we looked.
            }
            List<String> all = StandardCharsets.UTF_8.decode(bytes.flip()).toString().lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        }
    }
}
