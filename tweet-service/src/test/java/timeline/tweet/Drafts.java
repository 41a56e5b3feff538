package timeline.tweet;

import java.util.Arrays;
import timeline.id.UserId;

/** Drafts for tests. */
public final class Drafts {
    public static final UserId ADA = new UserId(42);
    public static final UserId BOB = new UserId(43);

    private Drafts() {
    }

    public static Draft draft(String text) {
        return draft(ADA, text);
    }

    public static Draft draft(UserId author, String text, String... media) {
        return new Draft(author, "user" + author, TweetText.normalise(text),
                Arrays.stream(media).map(MediaId::new).toList());
    }
}
