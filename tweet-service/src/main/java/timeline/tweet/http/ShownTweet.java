package timeline.tweet.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/** A tweet as clients see it. */
record ShownTweet(TweetId tweetId, UserId userId, String username, String text, List<String> mediaIds,
        String createdAt) {
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static ShownTweet of(Tweet tweet) {
        return new ShownTweet(tweet.id(), tweet.author(), tweet.username(), tweet.text(), tweet.mediaIds(),
                time(tweet.createdAt()));
    }

    /** UTC, always with three digits of milliseconds. */
    static String time(Instant time) {
        return RFC_3339.format(time);
    }
}
