package timeline.tour;

import java.util.List;
import java.util.Optional;
import timeline.client.Answer;
import timeline.id.TweetId;

/** The tweets of an answer. */
record Page(List<String> tweets, Optional<String> nextCursor) {
    static Page of(Answer answer) {
        List<String> tweets = answer.body().path("tweets").valueStream()
                .map(tweet -> tweet.path("tweet_id").asString(""))
                .toList();
        return new Page(tweets,
                Optional.of(answer.body().path("next_cursor").asString("")).filter(cursor -> !cursor.isEmpty()));
    }

    /** The id of a tweet that has just been posted. */
    static String posted(Answer answer) {
        return answer.orThrow().body().path("tweet_id").asString("");
    }

    static boolean holds(Answer timeline, String tweet) {
        return of(timeline).tweets().contains(tweet);
    }

    /** Whether ids go down strictly: newest first, nothing twice. */
    static boolean strictlyDescending(List<String> tweets) {
        for (int i = 1; i < tweets.size(); i++) {
            if (TweetId.parse(tweets.get(i - 1)).compareTo(TweetId.parse(tweets.get(i))) <= 0) {
                return false;
            }
        }
        return true;
    }
}
