package timeline.tweet.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import timeline.identity.Caller;
import timeline.edge.Problem;
import timeline.edge.Violation;
import timeline.tweet.Draft;
import timeline.tweet.MediaId;
import timeline.tweet.TweetText;

/**
 * The body of {@code POST /v1/tweets}.
 *
 * @param mediaIds absent for none
 */
record NewTweet(@Nullable String text, @Nullable List<@Nullable String> mediaIds) {
    /** The draft; a 422 that points to every field that is not acceptable. */
    Draft by(Caller author) {
        List<Violation> violations = new ArrayList<>();
        TweetText checkedText = text(violations);
        List<MediaId> media = media(violations);
        if (checkedText == null || !violations.isEmpty()) {
            throw Problem.VALIDATION.at(violations);
        }
        return new Draft(author.id(), author.username(), checkedText, media);
    }

    private @Nullable TweetText text(List<Violation> violations) {
        if (text == null) {
            violations.add(new Violation("/text", "is missing"));
            return null;
        }
        try {
            return TweetText.normalise(text);
        } catch (IllegalArgumentException refused) {
            violations.add(new Violation("/text", String.valueOf(refused.getMessage())));
            return null;
        }
    }

    private List<MediaId> media(List<Violation> violations) {
        List<@Nullable String> given = mediaIds == null ? List.of() : mediaIds;
        if (given.size() > Draft.MAX_MEDIA) {
            violations.add(new Violation("/media_ids",
                    "has " + given.size() + " entries; at most " + Draft.MAX_MEDIA + " are allowed"));
            return List.of();
        }
        List<MediaId> media = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            try {
                String id = given.get(i);
                media.add(new MediaId(id == null ? "" : id));
            } catch (IllegalArgumentException refused) {
                violations.add(new Violation("/media_ids/" + i, String.valueOf(refused.getMessage())));
            }
        }
        return media;
    }
}
