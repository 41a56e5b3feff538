package timeline.local.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed.
 *
 * @param source the topic that it was read from
 * @param sourceOffset its place there, in the partition of the same number
 * @param buried when it was given up
 * @param cause the exception's class and message
 * @param key as it was
 * @param value as it was
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from one topic to another, and never compared.
public record DeadLetter(LetterId id, String source, long sourceOffset, Instant buried, String cause,
        byte @Nullable [] key, byte @Nullable [] value) {
    /** The value for people; what is not UTF-8 shows as U+FFFD. */
    public String valueText() {
        return value == null ? "(no value)" : new String(value, StandardCharsets.UTF_8);
    }
}
