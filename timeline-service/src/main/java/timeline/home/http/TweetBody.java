package timeline.home.http;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/** A tweet on the wire. The time is RFC 3339 in UTC, always with three digits of milliseconds. */
record TweetBody(TweetId tweetId, UserId userId, String username, String text, List<String> mediaIds,
        String createdAt) {
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static TweetBody of(Tweet tweet) {
        return new TweetBody(tweet.id(), tweet.author(), tweet.username(), tweet.text(), tweet.mediaIds(),
                RFC_3339.format(tweet.createdAt()));
    }
}
