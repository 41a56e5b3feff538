package timeline.drill.crowd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import timeline.client.Answer;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.history.Outcome.Seen;
import timeline.history.SeenTweet;
import tools.jackson.databind.JsonNode;

/**
 * Reads pages of the home timeline out of answers. Safe for use by many threads.
 *
 * <p>The same tweet, shown with the same words, is the same object: a thousand scrolls of two thousand entries are otherwise more than
 * a checker's memory holds.
 */
final class Pages {
    private final Map<SeenTweet, SeenTweet> known = new ConcurrentHashMap<>();

    Seen seen(Answer answer) {
        List<SeenTweet> tweets = new ArrayList<>();
        for (JsonNode tweet : answer.body().path("tweets")) {
            SeenTweet shown = new SeenTweet(TweetId.parse(text(tweet, "tweet_id")),
                    UserId.parse(text(tweet, "user_id")), text(tweet, "text"),
                    Instant.parse(text(tweet, "created_at")));
            tweets.add(Objects.requireNonNullElse(known.putIfAbsent(shown, shown), shown));
        }
        return new Seen(tweets, answer.degraded(), next(answer).isPresent());
    }

    static Optional<String> next(Answer answer) {
        JsonNode cursor = answer.body().path("next_cursor");
        return cursor.isString() ? Optional.of(cursor.stringValue()) : Optional.empty();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
