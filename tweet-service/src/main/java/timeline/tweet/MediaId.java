package timeline.tweet;

import java.util.regex.Pattern;

/** The name of a picture or a clip that some media service keeps. This design stores and returns it, and nothing else. */
public record MediaId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** @throws IllegalArgumentException when it is no media id; the message may be shown to the client */
    public MediaId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("is not a media id: 1 to 64 letters, digits, _ and - are expected");
        }
    }
}
