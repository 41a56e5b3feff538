package timeline.system.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import timeline.client.Answer;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.system.history.Outcome.Seen;
import timeline.system.history.SeenTweet;
import tools.jackson.databind.JsonNode;

/** Reads a page of the home timeline out of an answer. */
final class Pages {
    private Pages() {
    }

    static Seen seen(Answer answer) {
        List<SeenTweet> tweets = new ArrayList<>();
        for (JsonNode tweet : answer.body().path("tweets")) {
            tweets.add(new SeenTweet(TweetId.parse(text(tweet, "tweet_id")), UserId.parse(text(tweet, "user_id")),
                    text(tweet, "text"), Instant.parse(text(tweet, "created_at"))));
        }
        return new Seen(tweets, answer.degraded());
    }

    static Optional<String> next(Answer answer) {
        JsonNode cursor = answer.body().path("next_cursor");
        return cursor.isString() ? Optional.of(cursor.stringValue()) : Optional.empty();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
