package timeline.follow.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as all of the public API writes them: UTC, always with three digits of milliseconds. */
final class Rfc3339 {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Rfc3339() {
    }

    static String text(Instant time) {
        return FORMAT.format(time);
    }
}
