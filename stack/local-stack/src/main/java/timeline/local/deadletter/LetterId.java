package timeline.local.deadletter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a dead letter lies; written {@code tweets.dlt/0/17}.
 *
 * @param topic the dead letter topic
 */
public record LetterId(String topic, int partition, long offset) {
    private static final Pattern WRITTEN = Pattern.compile("([a-zA-Z0-9._-]{1,249})/([0-9]{1,9})/([0-9]{1,18})");

    /** @throws IllegalArgumentException when the text names no place */
    public static LetterId parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a dead letter is named like tweets.dlt/0/17, not " + text);
        }
        return new LetterId(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
