package timeline.tweet.idempotency;

import java.util.regex.Pattern;

/** The client's name for one intention to post: 1 to 64 visible ASCII characters, unique among the author's own. */
public record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,64}");

    /** @throws IllegalArgumentException when it is no key; the message may be shown to the client */
    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("is not a key: 1 to 64 visible ASCII characters are expected");
        }
    }
}
